INSERT INTO rule (client_id, id, unanswered_minutes, version, body)
VALUES (:client_id, :id, :unanswered_minutes, :version, :body)
