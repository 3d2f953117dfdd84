SELECT client_id FROM knowledge_base WHERE id = :id
