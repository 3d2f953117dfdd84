SELECT version, client_id, generation FROM entity WHERE kind = :kind AND id = :id
