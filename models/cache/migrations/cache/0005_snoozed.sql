-- What was put away leaves "mine" (1, bit 2) and "unassigned" (2, bit 4) for a view of its own, "snoozed" (7, bit 128), as
-- every conversation that is written from now on does by itself.
CREATE TEMP TABLE away AS
SELECT row, scope, effective_last_at AS last_at, effective_unread > 0 AS unread, views FROM conversation
WHERE body IS NOT NULL AND effective_status = 'snoozed' AND views & 128 = 0;
DELETE FROM view_entry WHERE view IN (1, 2) AND conversation IN (SELECT row FROM away);
INSERT INTO view_entry (view, scope, last_at, conversation)
SELECT 7, 0, last_at, row FROM away UNION ALL SELECT 7, scope, last_at, row FROM away;
INSERT INTO counter (view, scope, total, unread)
SELECT 1, 0, -count(*), -sum(unread) FROM away WHERE views & 2 GROUP BY 1
UNION ALL SELECT 1, scope, -count(*), -sum(unread) FROM away WHERE views & 2 GROUP BY scope
UNION ALL SELECT 2, 0, -count(*), -sum(unread) FROM away WHERE views & 4 GROUP BY 1
UNION ALL SELECT 2, scope, -count(*), -sum(unread) FROM away WHERE views & 4 GROUP BY scope
UNION ALL SELECT 7, 0, count(*), sum(unread) FROM away GROUP BY 1
UNION ALL SELECT 7, scope, count(*), sum(unread) FROM away GROUP BY scope
ON CONFLICT (view, scope) DO UPDATE SET total = total + excluded.total, unread = unread + excluded.unread;
UPDATE conversation SET views = (views & ~6) | 128 WHERE row IN (SELECT row FROM away);
DROP TABLE away;
