SELECT effective_status, count(*) FROM escalation WHERE :client = '' OR client_id = :client GROUP BY effective_status
