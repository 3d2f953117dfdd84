INSERT INTO inbox (client_id, channel_id, provider_id, kind, payload, received_at, state, attempts, retry_at, error, done_at, sender)
VALUES (:client_id, :channel_id, :provider_id, :kind, :payload, :received_at, 'new', 0, 0, '', NULL, :sender)
ON CONFLICT (channel_id, provider_id) DO NOTHING
