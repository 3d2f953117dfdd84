-- A client's macros: texts that its people send again and again. One that was removed leaves its id, so that the same removal
-- can be asked for twice, and its body is empty.
CREATE TABLE macro (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    removed INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
