SELECT id, user_id, device, created_at, used_at, expires_at, revoked_at FROM session WHERE id = :id
