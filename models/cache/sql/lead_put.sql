INSERT INTO lead (row, id, client_id, version, generation, body, updated_at, effective_name, effective_phone, effective_email,
    effective_status, effective_temperature, effective_score, merged_into)
VALUES (:row, :id, :client, :version, :generation, :body, :updated_at, :name, :phone, :email, :status, :temperature, :score, :merged_into)
ON CONFLICT (row) DO UPDATE SET client_id = excluded.client_id, version = excluded.version, generation = excluded.generation,
    body = excluded.body, updated_at = excluded.updated_at, effective_name = excluded.effective_name,
    effective_phone = excluded.effective_phone, effective_email = excluded.effective_email,
    effective_status = excluded.effective_status, effective_temperature = excluded.effective_temperature,
    effective_score = excluded.effective_score, merged_into = excluded.merged_into
