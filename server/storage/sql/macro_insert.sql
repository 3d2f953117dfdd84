INSERT INTO macro (client_id, id, version, body)
VALUES (:client_id, :id, :version, :body)
