UPDATE session SET used_at = :used_at, expires_at = :expires_at WHERE id = :id
