SELECT body, last_at, id, last_position
FROM conversation
WHERE client_id = :client_id AND waiting = 1
  AND (last_at, id) < (:key, :id)
  AND (:channel = '' OR channel_kind = :channel)
  AND (:status = '' OR status = :status)
ORDER BY last_at DESC, id DESC
LIMIT :limit
