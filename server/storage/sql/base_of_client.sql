SELECT body, documents FROM knowledge_base WHERE client_id = :client_id ORDER BY id
