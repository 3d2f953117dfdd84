-- A client's macros: texts that its people send again and again.
CREATE TABLE macro (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
