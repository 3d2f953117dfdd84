INSERT INTO scope (client_id) VALUES (:client) RETURNING number
