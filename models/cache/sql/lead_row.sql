SELECT e.score, e.last_at, e.name, e.lead, l.body, coalesce(k.name, ''), coalesce(k.mark, ''), coalesce(c.id, ''),
    coalesce(c.channel, ''), coalesce(c.effective_status, ''), coalesce(c.effective_owner_kind, ''),
    coalesce(c.effective_owner_user, ''), coalesce(c.effective_owner_name, ''), coalesce(c.last_public_position, 0),
    coalesce(c.effective_escalation_id, '') != '', coalesce(json_extract(c.body, '$.summary.wants'), '')
FROM lead_entry e
JOIN lead l ON l.row = e.lead
LEFT JOIN conversation c ON c.row = e.conversation
LEFT JOIN entity k ON k.kind = 'client' AND k.id = l.client_id
WHERE e.lead = :lead
