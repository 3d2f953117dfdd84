SELECT body
FROM escalation
WHERE client_id = :client_id AND conversation_id = :conversation_id
ORDER BY created_at
LIMIT :limit
