SELECT body FROM channel WHERE client_id = :client_id AND kind = :kind ORDER BY id LIMIT 1
