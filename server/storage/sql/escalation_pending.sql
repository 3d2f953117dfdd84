SELECT client_id, id FROM escalation WHERE status IN ('pending', 'claimed') AND status = 'pending'
