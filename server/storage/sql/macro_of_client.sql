SELECT body FROM macro WHERE client_id = :client_id ORDER BY id
