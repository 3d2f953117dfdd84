-- Lists show first what is due, the sooner the higher (rankOf, projection.h), then the newest; until now the newest alone.
ALTER TABLE view_entry RENAME COLUMN last_at TO rank;
ALTER TABLE conversation ADD COLUMN effective_rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN effective_due_from INTEGER; -- since when that clock runs; told with the next change
UPDATE conversation SET effective_rank = effective_last_at;
UPDATE conversation SET effective_rank = (1 << 53) - effective_due
WHERE effective_due IS NOT NULL AND effective_status NOT IN ('ended', 'snoozed')
    AND NOT (effective_owner_kind = 'user' AND effective_waiting_since IS NULL);
UPDATE conversation SET effective_rank = max(effective_rank, (1 << 53) - effective_task_due)
WHERE effective_task_due IS NOT NULL AND effective_task_is_due = 1;
CREATE TEMP TABLE moved AS
SELECT e.view, e.scope, c.effective_rank AS rank, c.row FROM conversation c JOIN view_entry e ON e.conversation = c.row
WHERE c.effective_rank <> c.effective_last_at;
DELETE FROM view_entry WHERE conversation IN (SELECT row FROM moved);
INSERT INTO view_entry (view, scope, rank, conversation) SELECT view, scope, rank, row FROM moved;
DROP TABLE moved;
