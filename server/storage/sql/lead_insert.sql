INSERT INTO lead (client_id, id, name, status, temperature, merged_into, created_at, version, body)
VALUES (:client_id, :id, :name, :status, :temperature, :merged_into, :created_at, :version, :body)
