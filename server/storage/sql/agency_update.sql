UPDATE agency SET version = :version, body = :body WHERE id = :id AND version = :version - 1
