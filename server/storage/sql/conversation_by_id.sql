SELECT body, last_position FROM conversation WHERE client_id = :client_id AND id = :id
