SELECT id FROM entity WHERE client_id = :client AND kind = 'escalation' AND generation < :generation
