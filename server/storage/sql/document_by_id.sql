SELECT body FROM document WHERE client_id = :client_id AND id = :id
