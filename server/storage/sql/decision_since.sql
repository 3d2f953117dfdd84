SELECT body
FROM decision
WHERE client_id = :client_id AND id >= :from
ORDER BY id DESC
LIMIT :limit
