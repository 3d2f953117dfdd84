SELECT kind, value FROM lead_contact WHERE client_id = :client_id AND lead_id = :lead_id ORDER BY kind, value
