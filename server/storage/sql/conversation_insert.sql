INSERT INTO conversation (client_id, id, lead_id, channel_id, channel_kind, status, ended, escalated, waiting, owner_kind, owner_user,
    last_position, last_public_at, fence, lease_until, last_at, contact, version, body)
VALUES (:client_id, :id, :lead_id, :channel_id, :channel_kind, :status, :ended, :escalated, :waiting, :owner_kind, :owner_user,
    :last_position, :last_public_at, :fence, :lease_until, :last_at, :contact, :version, :body)
