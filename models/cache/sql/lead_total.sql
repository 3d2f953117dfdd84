SELECT count(*) FROM lead_entry WHERE :scope = 0 OR scope = :scope
