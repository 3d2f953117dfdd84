DELETE FROM rule WHERE client_id = :client_id AND id = :id
