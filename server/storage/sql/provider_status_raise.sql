INSERT INTO provider_status (client_id, channel_id, provider_id, rank, body)
VALUES (:client_id, :channel_id, :provider_id, :rank, :body)
ON CONFLICT (client_id, channel_id, provider_id) DO UPDATE SET rank = :rank, body = :body
WHERE provider_status.rank < :rank
