INSERT INTO consent_history (client_id, channel_kind, address, lead_id, state, at, source)
VALUES (:client_id, :channel_kind, :address, :lead_id, :state, :at, :source)
