UPDATE rule SET unanswered_minutes = :unanswered_minutes, version = :version, body = :body
WHERE client_id = :client_id AND id = :id AND version = :version - 1
