DELETE FROM entity WHERE kind = 'escalation_alert' AND generation < :generation
