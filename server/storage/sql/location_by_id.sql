SELECT body FROM location WHERE client_id = :client_id AND id = :id
