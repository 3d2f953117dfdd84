SELECT version, client_id FROM entity WHERE kind = :kind AND id = :id
