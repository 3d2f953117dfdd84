SELECT row, id FROM conversation WHERE lead_id = :lead
