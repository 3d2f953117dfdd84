SELECT body, at, id
FROM task
WHERE client_id = :client_id AND is_open = 0 AND (at, id) < (:key, :id)
ORDER BY at DESC, id DESC
LIMIT :limit
