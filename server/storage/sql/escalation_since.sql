SELECT body
FROM escalation
WHERE client_id = :client_id AND created_at >= :after
UNION ALL
SELECT body
FROM escalation
WHERE client_id = :client_id AND status IN ('pending', 'claimed') AND created_at < :after
