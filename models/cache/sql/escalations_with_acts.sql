SELECT id FROM escalation WHERE has_acts = 1
