-- What whoever goes tells whoever comes. at: when the server got it.
CREATE TABLE shift_note (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
CREATE INDEX shift_note_in_order ON shift_note (client_id, at, id);
