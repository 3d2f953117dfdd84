INSERT INTO settings_version (client_id, version, at, body)
VALUES (:client_id, :version, :at, :body)
