SELECT 'message' AS kind, position, body
FROM message
WHERE client_id = :client_id AND conversation_id = :conversation_id AND position < :before
UNION ALL
SELECT 'note', position, body
FROM note
WHERE client_id = :client_id AND conversation_id = :conversation_id AND position < :before
UNION ALL
SELECT 'transition', position, body
FROM transition
WHERE client_id = :client_id AND conversation_id = :conversation_id AND position < :before
ORDER BY position DESC
LIMIT :limit
