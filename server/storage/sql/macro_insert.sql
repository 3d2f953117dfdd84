INSERT INTO macro (client_id, id, removed, version, body)
VALUES (:client_id, :id, 0, :version, :body)
