SELECT provider_id, rank, body FROM provider_status
WHERE client_id = :client_id AND channel_id = :channel_id AND reference = :reference AND reference <> ''
ORDER BY rank DESC
LIMIT 2
