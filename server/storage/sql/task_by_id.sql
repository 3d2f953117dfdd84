SELECT body FROM task WHERE client_id = :client_id AND id = :id
