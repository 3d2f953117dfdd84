INSERT INTO provider_status (client_id, channel_id, provider_id, rank, body, reference)
VALUES (:client_id, :channel_id, :provider_id, :rank, :body, :reference)
ON CONFLICT (client_id, channel_id, provider_id) DO UPDATE SET rank = :rank, body = :body, reference = CASE WHEN :reference <> '' THEN :reference ELSE provider_status.reference END
WHERE provider_status.rank < :rank
