SELECT x.effective_at, e.body, coalesce(k.name, ''), coalesce(k.mark, ''), coalesce(l.effective_name, ''),
    coalesce(l.effective_phone, ''), coalesce(l.effective_email, ''), coalesce(l.effective_temperature, 'unscored'),
    l.effective_score, coalesce(c.channel, ''), coalesce(c.language, ''), coalesce(c.effective_message_text, ''),
    c.effective_waiting_since, c.snoozed_until, coalesce(c.last_public_position, 0), coalesce(c.effective_owner_kind, ''),
    coalesce(c.effective_owner_user, ''), coalesce(c.effective_owner_name, ''), coalesce(c.effective_claim_user, ''), coalesce(c.effective_claim_fence, 0), c.effective_claim_lease,
    coalesce(c.effective_message_role, ''), c.effective_message_at, coalesce(c.effective_words, '')
FROM escalation x
JOIN entity e ON e.kind = 'escalation' AND e.id = x.id
LEFT JOIN conversation c ON c.id = x.conversation_id
LEFT JOIN lead l ON l.id = x.lead_id
LEFT JOIN entity k ON k.kind = 'client' AND k.id = x.client_id
WHERE x.effective_status = :status AND (x.effective_at, x.id) > (:at, :id) AND (:client = '' OR x.client_id = :client)
ORDER BY x.effective_at, x.id LIMIT :limit
