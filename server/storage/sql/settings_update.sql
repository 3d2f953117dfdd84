UPDATE settings SET version = :version, body = :body WHERE client_id = :client_id AND version = :version - 1
