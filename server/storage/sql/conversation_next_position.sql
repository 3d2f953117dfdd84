UPDATE conversation SET last_position = :position
WHERE client_id = :client_id AND id = :id AND version = :version AND last_position = :position - 1
