INSERT INTO note (client_id, id, conversation_id, position, op_id, version, body)
VALUES (:client_id, :id, :conversation_id, :position, :op_id, :version, :body)
