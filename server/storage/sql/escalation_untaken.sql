SELECT e.id
FROM escalation AS e
JOIN conversation AS c ON c.client_id = e.client_id AND c.id = e.conversation_id
WHERE e.client_id = :client_id AND e.status IN ('pending', 'expired') AND e.id > :after AND c.status = 'waiting_human'
ORDER BY e.id
LIMIT :limit
