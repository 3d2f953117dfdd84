UPDATE shift_note SET version = :version, body = :body
WHERE client_id = :client_id AND id = :id AND version = :version - 1
