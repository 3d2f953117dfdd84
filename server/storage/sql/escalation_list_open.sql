SELECT body, created_at, id
FROM escalation
WHERE client_id = :client_id AND status = 'pending' AND (created_at, id) < (:key, :id)
UNION ALL
SELECT body, created_at, id
FROM escalation
WHERE client_id = :client_id AND status = 'claimed' AND (created_at, id) < (:key, :id)
ORDER BY created_at DESC, id DESC
LIMIT :limit
