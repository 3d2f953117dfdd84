SELECT body, last_position
FROM conversation
WHERE client_id = :client_id AND lead_id = :lead_id AND channel_id = :channel_id AND (:contact = '' OR contact = '' OR contact = :contact)
ORDER BY last_at DESC, id DESC
LIMIT 1
