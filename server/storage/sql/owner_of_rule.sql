SELECT client_id FROM rule_version WHERE rule_id = :id LIMIT 1
