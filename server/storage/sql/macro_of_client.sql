SELECT body FROM macro WHERE client_id = :client_id AND removed = 0 ORDER BY id
