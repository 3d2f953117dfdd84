UPDATE lead SET name = :name, status = :status, temperature = :temperature, merged_into = :merged_into, version = :version, body = :body
WHERE client_id = :client_id AND id = :id AND version = :version - 1
