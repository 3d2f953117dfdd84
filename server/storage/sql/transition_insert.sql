INSERT INTO transition (client_id, id, conversation_id, position, field, version, body, made_at)
VALUES (:client_id, :id, :conversation_id, :position, :field, :version, :body, :made_at)
