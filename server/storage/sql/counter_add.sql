INSERT INTO counter (client_id, name, value)
VALUES (:client_id, :name, :by)
ON CONFLICT (client_id, name) DO UPDATE SET value = counter.value + :by
