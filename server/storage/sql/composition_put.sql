INSERT INTO composition (user_id, name, at, version, body)
VALUES (:user_id, :name, :at, :version, :body)
ON CONFLICT (user_id, name) DO UPDATE SET at = :at, version = :version, body = :body
