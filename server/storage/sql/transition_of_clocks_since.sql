SELECT t.conversation_id, t.body
FROM conversation AS c
JOIN transition AS t ON t.client_id = c.client_id AND t.conversation_id = c.id
WHERE c.client_id = :client_id AND c.last_at >= :after AND t.field IN ('status', 'owner', 'response')
ORDER BY c.last_at DESC, c.id DESC
LIMIT :limit
