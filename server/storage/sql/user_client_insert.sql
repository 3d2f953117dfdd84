INSERT INTO user_client (client_id, user_id)
VALUES (:client_id, :user_id)
ON CONFLICT (client_id, user_id) DO NOTHING
