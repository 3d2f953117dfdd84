UPDATE conversation SET views = :views, has_acts = :has_acts, channel = :channel, language = :language, labels = :labels,
    window_until = :window_until, snoozed_until = :snoozed_until, last_position = :last_position,
    last_public_position = :last_public_position, decision_id = :decision_id, decision_action = :decision_action,
    decision_confidence = :decision_confidence, effective_last_at = :last_at, effective_status = :status,
    effective_owner_kind = :owner_kind, effective_owner_user = :owner_user, effective_owner_name = :owner_name,
    effective_claim_user = :claim_user, effective_claim_name = :claim_name, effective_claim_fence = :claim_fence,
    effective_claim_lease = :claim_lease, effective_message_id = :message_id, effective_message_role = :message_role,
    effective_message_author = :message_author, effective_message_text = :message_text,
    effective_message_delivery = :message_delivery, effective_message_at = :message_at,
    effective_escalation_id = :escalation_id, effective_escalation_reason = :escalation_reason,
    effective_escalation_status = :escalation_status, effective_escalation_priority = :escalation_priority,
    effective_due = :due, effective_waiting_since = :waiting_since, effective_draft = :draft, effective_pending = :pending,
    effective_unread = :unread, effective_read_position = :read_position
WHERE row = :row
