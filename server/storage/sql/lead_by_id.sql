SELECT body FROM lead WHERE client_id = :client_id AND id = :id
