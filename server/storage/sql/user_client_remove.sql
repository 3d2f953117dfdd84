DELETE FROM user_client WHERE user_id = :user_id
