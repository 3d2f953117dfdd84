SELECT client_id FROM escalation WHERE id = :id
