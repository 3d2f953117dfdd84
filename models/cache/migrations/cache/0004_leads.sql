-- Leads as their table asks for them, projected; the bodies stand in `lead`. `score` is -1 while nothing scored them, `name`
-- what the row shows, folded, `last_at` of the newest conversation (0: none). Every index holds what filters ask, so that a
-- row that is left out costs no look at the table. Names that are more than ASCII are folded at the next start, as leads
-- with acts are projected there.
CREATE TABLE lead_entry (
    lead INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL,
    status TEXT NOT NULL,
    score INTEGER NOT NULL,
    name TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    conversation INTEGER NOT NULL,
    has_acts INTEGER NOT NULL
) STRICT;
CREATE INDEX lead_by_score ON lead_entry (score, last_at, lead, scope, status);
CREATE INDEX lead_by_word ON lead_entry (last_at, lead, scope, score, status);
CREATE INDEX lead_by_name ON lead_entry (name, lead, scope, score, status);
CREATE INDEX lead_entry_with_acts ON lead_entry (lead) WHERE has_acts = 1;

INSERT INTO scope (client_id) SELECT DISTINCT client_id FROM lead WHERE client_id NOT IN (SELECT client_id FROM scope);
INSERT INTO lead_entry (lead, scope, status, score, name, last_at, conversation, has_acts)
SELECT l.row, s.number, l.effective_status, coalesce(l.effective_score, -1),
    substr(lower(coalesce(nullif(l.effective_name, ''), nullif(l.effective_phone, ''), l.effective_email)), 1, 40),
    coalesce(c.effective_last_at, 0), coalesce(c.row, 0), l.effective_name GLOB '*[^ -~]*'
FROM lead l
JOIN scope s ON s.client_id = l.client_id
LEFT JOIN conversation c ON c.row = (
    SELECT n.row FROM conversation n WHERE n.lead_id = l.id AND n.body IS NOT NULL ORDER BY n.effective_last_at DESC LIMIT 1)
WHERE coalesce(json_extract(l.body, '$.merged_into'), '') = '';
