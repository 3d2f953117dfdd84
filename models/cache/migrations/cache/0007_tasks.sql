-- Which conversation a task is of: the bodies stand in `entity`, few per conversation. And what lists show of the open one
-- that is due first; NULL: there is none.
CREATE TABLE task (
    id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX task_of_conversation ON task (conversation_id);
ALTER TABLE conversation ADD COLUMN effective_task_id TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN effective_task_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN effective_task_owner TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN effective_task_due INTEGER;
ALTER TABLE conversation ADD COLUMN effective_task_is_due INTEGER NOT NULL DEFAULT 0;
