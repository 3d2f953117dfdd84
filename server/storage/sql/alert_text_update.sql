UPDATE alert_text SET channel_id = :channel_id, provider_id = :provider_id, version = :version, body = :body
WHERE client_id = :client_id AND id = :id AND version = :version - 1
