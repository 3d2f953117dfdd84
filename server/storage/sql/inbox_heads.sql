SELECT row_id, sender, client_id
FROM inbox
WHERE state = 'new' AND row_id > :after AND retry_at <= :now
ORDER BY row_id
LIMIT :limit
