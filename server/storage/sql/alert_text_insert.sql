INSERT INTO alert_text (client_id, id, channel_id, provider_id, at, version, body)
VALUES (:client_id, :id, :channel_id, :provider_id, :at, :version, :body)
