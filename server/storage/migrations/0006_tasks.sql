-- What somebody must do for a customer by a time. at: of what is open when it is due, of what is closed when that was.
CREATE TABLE task (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
CREATE INDEX task_in_order ON task (client_id, is_open, at, id);
CREATE INDEX task_of_conversation ON task (client_id, conversation_id, is_open, at, id);
