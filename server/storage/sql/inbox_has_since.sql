SELECT 1
FROM inbox
WHERE channel_id = :channel_id AND provider_id >= :from AND provider_id < :until AND received_at > :since
LIMIT 1
