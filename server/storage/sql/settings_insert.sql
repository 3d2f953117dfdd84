INSERT INTO settings (client_id, version, body)
VALUES (:client_id, :version, :body)
