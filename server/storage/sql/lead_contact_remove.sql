DELETE FROM lead_contact WHERE client_id = :client_id AND kind = :kind AND value = :value AND lead_id = :lead_id
