SELECT c.row, c.id, c.client_id, c.lead_id, coalesce(k.name, ''), coalesce(k.mark, ''),
    coalesce(l.effective_name, ''), coalesce(l.effective_phone, ''), coalesce(l.effective_email, ''),
    coalesce(l.effective_status, ''), coalesce(l.effective_temperature, 'unscored'), l.effective_score,
    c.version, c.channel, c.language, c.labels, c.window_until, c.snoozed_until, c.last_position, c.last_public_position,
    c.decision_id, c.decision_action, c.decision_confidence, c.effective_last_at, c.effective_rank, c.effective_status,
    c.effective_owner_kind, c.effective_owner_user, c.effective_owner_name, c.effective_claim_user, c.effective_claim_name, c.effective_claim_fence,
    c.effective_claim_lease, c.effective_message_id, c.effective_message_role, c.effective_message_author,
    c.effective_message_text, c.effective_message_delivery, c.effective_message_at, c.effective_escalation_id,
    c.effective_escalation_reason, c.effective_escalation_status, c.effective_escalation_priority, c.effective_due, c.effective_due_from,
    c.effective_waiting_since, c.effective_draft, c.effective_pending, c.effective_unread, c.effective_read_position, c.effective_words,
    c.effective_task_id, c.effective_task_kind, c.effective_task_owner, c.effective_task_due, c.effective_task_is_due, c.views
FROM conversation c
LEFT JOIN lead l ON l.id = c.lead_id
LEFT JOIN entity k ON k.kind = 'client' AND k.id = c.client_id
WHERE c.id = :id AND c.body IS NOT NULL
