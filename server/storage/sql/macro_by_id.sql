SELECT body FROM macro WHERE client_id = :client_id AND id = :id AND removed = 0
