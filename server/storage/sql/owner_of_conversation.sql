SELECT client_id FROM conversation WHERE id = :id
