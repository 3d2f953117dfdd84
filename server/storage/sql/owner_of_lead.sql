SELECT client_id FROM lead WHERE id = :id
