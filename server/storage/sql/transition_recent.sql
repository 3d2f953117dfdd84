SELECT body
FROM transition
WHERE client_id = :client_id AND conversation_id = :conversation_id AND field = :field
ORDER BY position DESC
LIMIT :limit
