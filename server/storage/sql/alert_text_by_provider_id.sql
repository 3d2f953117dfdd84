SELECT body FROM alert_text
WHERE channel_id = :channel_id AND provider_id = :provider_id AND provider_id <> '' AND client_id = :client_id
