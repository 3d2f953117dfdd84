INSERT INTO agency (id, version, body)
VALUES (:id, :version, :body)
