-- The precious half of a profile: what a person did and typed and the server has not confirmed. Nothing is deleted here
-- by the console on its own but confirmed acts.

CREATE TABLE op (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    body TEXT NOT NULL,
    expect TEXT NOT NULL,
    if_match TEXT NOT NULL,
    seen_position INTEGER NOT NULL,
    fence INTEGER NOT NULL,
    override INTEGER NOT NULL,
    not_before INTEGER,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_try INTEGER,
    created_at INTEGER NOT NULL,
    acked_at INTEGER,
    problem TEXT NOT NULL
) STRICT;
CREATE INDEX op_open ON op (seq) WHERE state NOT IN ('confirmed', 'cancelled');
CREATE INDEX op_confirmed ON op (seq) WHERE state = 'confirmed';

-- The journal of what is being typed. `synced`: the server has it, or it came from there.
CREATE TABLE composition (
    user_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    client_id TEXT NOT NULL,
    text TEXT NOT NULL,
    seen_position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    synced INTEGER NOT NULL,
    PRIMARY KEY (user_id, conversation_id, kind)
) STRICT, WITHOUT ROWID;
