INSERT INTO document (client_id, id, base_id, sha256, updated_at, version, body)
VALUES (:client_id, :id, :base_id, :sha256, :updated_at, :version, :body)
RETURNING row_id
