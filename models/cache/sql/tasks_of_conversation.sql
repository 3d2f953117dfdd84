SELECT e.body FROM task t JOIN entity e ON e.kind = 'task' AND e.id = t.id
WHERE t.conversation_id = :conversation
