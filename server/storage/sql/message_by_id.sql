SELECT body FROM message WHERE client_id = :client_id AND id = :id
