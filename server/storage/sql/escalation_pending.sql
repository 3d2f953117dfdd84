SELECT client_id, id FROM escalation WHERE status = 'pending'
