INSERT INTO decision (client_id, id, conversation_id, seen_position, body)
VALUES (:client_id, :id, :conversation_id, :seen_position, :body)
