SELECT body FROM escalation WHERE client_id = :client_id AND id = :id
