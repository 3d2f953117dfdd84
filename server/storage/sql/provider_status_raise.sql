INSERT INTO provider_status (client_id, channel_id, provider_id, rank, body, reference)
VALUES (:client_id, :channel_id, :provider_id, :rank, :body, :reference)
ON CONFLICT (client_id, channel_id, provider_id) DO UPDATE SET rank = :rank, body = :body, reference = :reference
WHERE provider_status.rank < :rank
