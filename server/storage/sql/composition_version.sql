SELECT version FROM composition WHERE user_id = :user_id AND name = :name
