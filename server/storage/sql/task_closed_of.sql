SELECT body
FROM task
WHERE client_id = :client_id AND conversation_id = :conversation_id AND is_open = 0
ORDER BY at DESC, id DESC
LIMIT :limit
