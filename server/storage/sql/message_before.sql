SELECT body
FROM message
WHERE client_id = :client_id AND conversation_id = :conversation_id AND position < :before
ORDER BY position DESC
LIMIT :limit
