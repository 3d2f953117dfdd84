UPDATE task SET is_open = :is_open, at = :at, version = :version, body = :body
WHERE client_id = :client_id AND id = :id AND version = :version - 1
