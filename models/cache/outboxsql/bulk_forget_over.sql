DELETE FROM bulk WHERE user_id = :user AND state = 'over'
