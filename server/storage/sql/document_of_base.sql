SELECT body, updated_at, id
FROM document
WHERE client_id = :client_id AND base_id = :base_id AND (updated_at, id) < (:key, :id)
ORDER BY updated_at DESC, id DESC
LIMIT :limit
