INSERT INTO escalation (id, client_id, conversation_id, lead_id, created_at, effective_status, effective_at, has_acts)
VALUES (:id, :client, :conversation, :lead, :created_at, :status, :at, :has_acts)
ON CONFLICT (id) DO UPDATE SET client_id = excluded.client_id, conversation_id = excluded.conversation_id,
    lead_id = excluded.lead_id, created_at = excluded.created_at, effective_status = excluded.effective_status,
    effective_at = excluded.effective_at, has_acts = excluded.has_acts
