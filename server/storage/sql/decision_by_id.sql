SELECT body FROM decision WHERE client_id = :client_id AND id = :id
