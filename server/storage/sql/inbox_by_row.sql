SELECT row_id, client_id, channel_id, provider_id, kind, payload, received_at, attempts, error, sender
FROM inbox
WHERE row_id = :row_id AND state = 'new'
