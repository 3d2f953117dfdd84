SELECT 1 FROM session WHERE user_id = :user_id AND device = :device LIMIT 1
