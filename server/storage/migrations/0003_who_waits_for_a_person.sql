-- Who was taken over and not answered waits on: the view goes by who waits, of which the status tells only a part.
ALTER TABLE conversation ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
UPDATE conversation SET waiting = 1
WHERE status = 'waiting_human'
   OR (status NOT IN ('ended', 'snoozed') AND owner_kind IN ('user', 'nobody') AND json_extract(body, '$.waiting_since') IS NOT NULL);
DROP INDEX conversation_waiting;
CREATE INDEX conversation_waiting ON conversation (client_id, last_at, id) WHERE waiting = 1;
