SELECT body FROM note WHERE client_id = :client_id AND id = :id
