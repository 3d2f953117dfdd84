SELECT body, last_at, id, last_position
FROM conversation
WHERE client_id = :client_id AND lead_id = :lead_id AND (last_at, id) < (:key, :id)
ORDER BY last_at DESC, id DESC
LIMIT :limit
