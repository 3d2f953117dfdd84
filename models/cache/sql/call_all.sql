SELECT e.id, e.version, e.body FROM entity e JOIN escalation x ON x.id = e.id
WHERE e.kind = 'escalation_alert' AND x.effective_status = 'pending'
