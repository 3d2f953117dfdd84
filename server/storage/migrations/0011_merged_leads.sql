-- Which lead was merged into which, for whoever takes it back: what of it went with it (JSON: ids of conversations, "kind value" of
-- contacts), and the one that is left as it was just before and just after (leadmerge.h). The row goes when it is taken back.
CREATE TABLE lead_merge (
    client_id TEXT NOT NULL,
    lead_id TEXT NOT NULL,
    into_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    conversations TEXT NOT NULL,
    contacts TEXT NOT NULL,
    left_before TEXT NOT NULL,
    left_after TEXT NOT NULL,
    PRIMARY KEY (client_id, lead_id)
) STRICT;
CREATE INDEX lead_merged ON lead (client_id, merged_into, id) WHERE merged_into <> '';

-- A merged lead may have several numbers on one channel: whom a conversation is with. Empty: the number that was used last.
ALTER TABLE conversation ADD COLUMN contact TEXT NOT NULL DEFAULT '';
