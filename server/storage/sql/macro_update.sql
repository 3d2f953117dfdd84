UPDATE macro SET version = :version, body = :body
WHERE client_id = :client_id AND id = :id AND removed = 0 AND version = :version - 1
