INSERT INTO rule_firing (client_id, conversation_id, rule_id, occasion, rule_version, position, escalation_id, at)
VALUES (:client_id, :conversation_id, :rule_id, :occasion, :rule_version, :position, :escalation_id, :at)
