SELECT rule_id, rule_version, occasion, position, escalation_id, at
FROM rule_firing
WHERE client_id = :client_id AND conversation_id = :conversation_id
