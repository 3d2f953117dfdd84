SELECT lease_until FROM conversation WHERE client_id = :client_id AND id = :id
