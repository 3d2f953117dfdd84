SELECT count(*) FROM escalation WHERE client_id = :client_id AND status = 'pending'
