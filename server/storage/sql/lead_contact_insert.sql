INSERT INTO lead_contact (client_id, kind, value, lead_id)
VALUES (:client_id, :kind, :value, :lead_id)
ON CONFLICT (client_id, kind, value) DO NOTHING
