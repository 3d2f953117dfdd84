SELECT client_id FROM task WHERE id = :id
