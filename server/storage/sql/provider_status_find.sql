SELECT rank, body, reference FROM provider_status
WHERE client_id = :client_id AND channel_id = :channel_id AND provider_id = :provider_id
