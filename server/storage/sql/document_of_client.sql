SELECT body, 0, id
FROM document
WHERE client_id = :client_id AND id > :id
ORDER BY id
LIMIT :limit
