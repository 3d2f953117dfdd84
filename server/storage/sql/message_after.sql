SELECT body
FROM message
WHERE client_id = :client_id AND conversation_id = :conversation_id AND position > :after
ORDER BY position
LIMIT :limit
