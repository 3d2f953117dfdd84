UPDATE document SET base_id = :base_id, sha256 = :sha256, updated_at = :updated_at, version = :version, body = :body
WHERE client_id = :client_id AND id = :id AND version = :version - 1
RETURNING row_id
