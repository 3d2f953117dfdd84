SELECT e.body FROM escalation x
JOIN entity e ON e.kind = 'escalation' AND e.id = x.id
WHERE (x.created_at >= :since OR x.effective_status IN ('pending', 'claimed')) AND (:client = '' OR x.client_id = :client)
