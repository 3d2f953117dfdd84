DELETE FROM lead_entry WHERE lead = :lead
