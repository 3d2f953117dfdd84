SELECT client_id, channel_kind, address, lead_id, state, at, source
FROM consent
WHERE client_id = :client_id AND channel_kind = :channel_kind AND address = :address
