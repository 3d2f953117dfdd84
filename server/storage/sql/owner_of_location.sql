SELECT client_id FROM location WHERE id = :id
