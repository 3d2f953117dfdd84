SELECT body FROM location WHERE client_id = :client_id ORDER BY id
