SELECT count(*) FROM conversation WHERE client_id = :client_id AND ended = 1
