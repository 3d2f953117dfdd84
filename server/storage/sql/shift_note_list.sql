SELECT body, at, id
FROM shift_note
WHERE client_id = :client_id AND (at, id) < (:key, :id)
ORDER BY at DESC, id DESC
LIMIT :limit
