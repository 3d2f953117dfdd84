UPDATE knowledge_base SET documents = documents + :by WHERE client_id = :client_id AND id = :id
