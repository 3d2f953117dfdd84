SELECT id, user_id, device, created_at, used_at, expires_at, revoked_at
FROM session
WHERE user_id = :user_id AND revoked_at IS NULL
ORDER BY used_at DESC
