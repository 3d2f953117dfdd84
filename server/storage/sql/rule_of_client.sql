SELECT body FROM rule WHERE client_id = :client_id ORDER BY id
