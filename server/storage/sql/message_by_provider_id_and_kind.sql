SELECT body FROM message
WHERE channel_id = :channel_id AND provider_id > :from AND provider_id < :until AND provider_id <> '' AND client_id = :client_id
ORDER BY provider_id
LIMIT 1
