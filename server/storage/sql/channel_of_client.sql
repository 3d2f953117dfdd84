SELECT body FROM channel WHERE client_id = :client_id ORDER BY id
