-- Whose row of the inbox it is: one who writes a thousand messages holds up nobody else. What waits was put in by an earlier
-- program and is taken in its order. The index holds all that is asked, so that no payload is read for it.
ALTER TABLE inbox ADD COLUMN sender TEXT NOT NULL DEFAULT '';
DROP INDEX inbox_new;
CREATE INDEX inbox_new ON inbox (row_id, retry_at, sender, state) WHERE state = 'new';

-- /metrics counts jobs by queue and state, as often as it is asked.
CREATE INDEX job_state ON job (queue, state);

-- When it was: who a lease freed an hour ago is not among those whom nobody has thought of for a day (escalation_forgotten.sql).
-- Of those of before it is not known here.
ALTER TABLE transition ADD COLUMN made_at INTEGER NOT NULL DEFAULT 0;

-- What is taken up after a pause is looked for among those alone that nobody has taken, in the order of their ids.
CREATE INDEX escalation_untaken ON escalation (client_id, id) WHERE status IN ('pending', 'expired');
