INSERT INTO session (id, user_id, device, created_at, used_at, expires_at, revoked_at)
VALUES (:id, :user_id, :device, :created_at, :used_at, :expires_at, :revoked_at)
