UPDATE session SET revoked_at = :at WHERE user_id = :user_id AND revoked_at IS NULL
