SELECT body FROM macro WHERE client_id = :client_id AND id = :id
