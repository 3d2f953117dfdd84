INSERT INTO shift_note (client_id, id, at, version, body)
VALUES (:client_id, :id, :at, :version, :body)
