INSERT INTO transition (client_id, id, conversation_id, position, field, version, body)
VALUES (:client_id, :id, :conversation_id, :position, :field, :version, :body)
