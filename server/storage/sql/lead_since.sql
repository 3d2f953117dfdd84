SELECT body
FROM lead
WHERE client_id = :client_id AND merged_into = '' AND created_at >= :after
ORDER BY created_at DESC, id DESC
LIMIT :limit
