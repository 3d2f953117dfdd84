-- Escalations as their lists ask for them, projected; the bodies stand in `entity`. `effective_at` is what a list is
-- ordered by: when an open one is due, for a closed one the time since then with its sign turned, so that the newest comes
-- first. Rows of before this step are projected at the next start, as those with acts are.
CREATE TABLE escalation (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    lead_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    effective_status TEXT NOT NULL,
    effective_at INTEGER NOT NULL,
    has_acts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX escalation_in_order ON escalation (effective_status, effective_at, id);
CREATE INDEX escalation_of_conversation ON escalation (conversation_id);
CREATE INDEX escalation_by_creation ON escalation (created_at);
CREATE INDEX escalation_with_acts ON escalation (id) WHERE has_acts = 1;

INSERT INTO escalation (id, client_id, conversation_id, lead_id, created_at, effective_status, effective_at, has_acts)
SELECT id, client_id, '', '', 0, '', 0, 1 FROM entity WHERE kind = 'escalation';
