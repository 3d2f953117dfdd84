SELECT number FROM scope WHERE client_id = :client
