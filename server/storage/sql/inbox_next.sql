SELECT row_id, client_id, channel_id, provider_id, kind, payload, received_at, attempts, error, sender
FROM inbox
WHERE state = 'new' AND row_id > :after AND retry_at <= :now
ORDER BY row_id
LIMIT :limit
