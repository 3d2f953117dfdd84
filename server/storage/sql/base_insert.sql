INSERT INTO knowledge_base (client_id, id, documents, version, body)
VALUES (:client_id, :id, 0, :version, :body)
