DELETE FROM escalation WHERE id = :id
