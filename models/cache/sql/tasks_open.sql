SELECT DISTINCT t.conversation_id FROM task t JOIN entity e ON e.kind = 'task' AND e.id = t.id
WHERE (:client = '' OR e.client_id = :client) AND json_extract(e.body, '$.state') = 'open'
