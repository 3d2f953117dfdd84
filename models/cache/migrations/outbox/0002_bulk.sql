-- Orders on many conversations. A row is what is done with one of them and, beside it, what takes that back; `op_id` names
-- its act once that stands in the outbox. Row states: waiting, placed, called_off, taken_back (of an undo: the act had not
-- been sent). The last order of a person stays, for its undo.

CREATE TABLE bulk (
    bulk_id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    undoes TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bulk_row (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    bulk_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    expect TEXT NOT NULL,
    seen_position INTEGER NOT NULL,
    undo_kind TEXT NOT NULL,
    undo_body TEXT NOT NULL,
    undo_expect TEXT NOT NULL,
    undoes_op TEXT NOT NULL,
    op_id TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX bulk_row_state ON bulk_row (bulk_id, state, seq);
