SELECT row_id, client_id, channel_id, provider_id, kind, payload, received_at, attempts, error, sender
FROM inbox
WHERE state = 'poison'
ORDER BY row_id
LIMIT :limit
