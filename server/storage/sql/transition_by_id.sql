SELECT body FROM transition WHERE client_id = :client_id AND id = :id
