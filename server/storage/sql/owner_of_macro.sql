SELECT client_id FROM macro WHERE id = :id
