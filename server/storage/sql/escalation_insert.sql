INSERT INTO escalation (client_id, id, conversation_id, status, created_at, version, body)
VALUES (:client_id, :id, :conversation_id, :status, :created_at, :version, :body)
