INSERT INTO task (client_id, id, conversation_id, is_open, at, version, body)
VALUES (:client_id, :id, :conversation_id, :is_open, :at, :version, :body)
