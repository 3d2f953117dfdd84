INSERT INTO lead_contact (client_id, kind, value, lead_id)
VALUES (:client_id, :kind, :value, :lead_id)
ON CONFLICT (client_id, kind, value) DO UPDATE SET lead_id = :lead_id
WHERE EXISTS (
    SELECT 1 FROM lead AS held
    WHERE held.client_id = :client_id AND held.id = lead_contact.lead_id AND held.merged_into = :lead_id)
