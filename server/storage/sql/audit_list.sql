SELECT client_id, at, actor, action, target, detail, row_id
FROM audit
WHERE client_id = :client_id AND row_id < :key
ORDER BY row_id DESC
LIMIT :limit
