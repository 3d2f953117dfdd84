DELETE FROM document WHERE client_id = :client_id AND id = :id RETURNING row_id, base_id
