SELECT id FROM session WHERE expires_at < :before ORDER BY expires_at LIMIT :limit
