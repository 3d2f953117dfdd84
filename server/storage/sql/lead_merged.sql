SELECT body FROM lead WHERE client_id = :client_id AND merged_into = :lead_id AND merged_into <> '' ORDER BY id
