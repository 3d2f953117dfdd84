SELECT client_id FROM channel WHERE id = :id
