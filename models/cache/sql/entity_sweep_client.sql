DELETE FROM entity WHERE client_id = :client AND generation < :generation AND kind <> 'escalation_alert'
