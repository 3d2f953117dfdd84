SELECT body
FROM decision
WHERE client_id = :client_id AND conversation_id = :conversation_id
ORDER BY seen_position DESC, id DESC
LIMIT :limit
