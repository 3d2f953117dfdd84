UPDATE conversation
SET lead_id = :lead_id, channel_id = :channel_id, channel_kind = :channel_kind, status = :status, ended = :ended,
    escalated = :escalated, waiting = :waiting, owner_kind = :owner_kind, owner_user = :owner_user, last_position = :last_position,
    last_public_at = :last_public_at,
    lease_until = CASE WHEN fence = :fence AND lease_until > :lease_until THEN lease_until ELSE :lease_until END,
    fence = :fence, last_at = :last_at, contact = :contact, version = :version, body = :body
WHERE client_id = :client_id AND id = :id AND version = :version - 1
