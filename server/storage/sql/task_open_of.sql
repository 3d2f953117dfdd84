SELECT body
FROM task
WHERE client_id = :client_id AND conversation_id = :conversation_id AND is_open = 1
ORDER BY at, id
LIMIT :limit
