-- Who was taken over and not answered waits on: they enter the view "waiting" (3, bit 8), as every conversation that is
-- written from now on does by itself.
CREATE TEMP TABLE waits AS
SELECT row, scope, effective_last_at AS last_at, effective_unread > 0 AS unread FROM conversation
WHERE body IS NOT NULL AND views & 8 = 0 AND effective_status NOT IN ('ended', 'snoozed')
  AND effective_owner_kind IN ('user', 'nobody') AND effective_waiting_since IS NOT NULL;
INSERT INTO view_entry (view, scope, last_at, conversation)
SELECT 3, 0, last_at, row FROM waits UNION ALL SELECT 3, scope, last_at, row FROM waits;
INSERT INTO counter (view, scope, total, unread)
SELECT 3, 0, count(*), sum(unread) FROM waits GROUP BY 1 UNION ALL SELECT 3, scope, count(*), sum(unread) FROM waits GROUP BY scope
ON CONFLICT (view, scope) DO UPDATE SET total = total + excluded.total, unread = unread + excluded.unread;
UPDATE conversation SET views = views | 8 WHERE row IN (SELECT row FROM waits);
DROP TABLE waits;

-- What they last said tells more than the assistant's word that a person will come.
ALTER TABLE conversation ADD COLUMN effective_words TEXT NOT NULL DEFAULT '';
UPDATE conversation SET effective_words = coalesce((
    SELECT substr(json_extract(t.body, '$.text'), 1, 160) FROM timeline t
    WHERE t.conversation = conversation.row AND t.from_lead = 1 ORDER BY t.position DESC LIMIT 1), '')
WHERE views & 8 AND effective_message_role = 'ai';
