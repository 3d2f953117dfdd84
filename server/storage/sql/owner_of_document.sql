SELECT client_id FROM document WHERE id = :id
