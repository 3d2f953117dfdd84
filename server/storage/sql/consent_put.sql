INSERT INTO consent (client_id, channel_kind, address, lead_id, state, at, source)
VALUES (:client_id, :channel_kind, :address, :lead_id, :state, :at, :source)
ON CONFLICT (client_id, channel_kind, address) DO UPDATE SET lead_id = :lead_id, state = :state, at = :at, source = :source
