DELETE FROM lead_merge WHERE client_id = :client_id AND lead_id = :lead_id
