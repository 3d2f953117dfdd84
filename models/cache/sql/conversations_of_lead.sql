SELECT id, channel, effective_status, effective_last_at, effective_message_text
FROM conversation WHERE lead_id = :lead AND body IS NOT NULL ORDER BY effective_last_at DESC LIMIT 50
