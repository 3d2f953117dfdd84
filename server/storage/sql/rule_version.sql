SELECT body FROM rule_version WHERE rule_id = :id AND version = :version AND client_id = :client_id
