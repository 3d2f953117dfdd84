SELECT value FROM counter WHERE client_id = :client_id AND name = :name
