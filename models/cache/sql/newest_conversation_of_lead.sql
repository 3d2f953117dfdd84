SELECT id, channel, effective_last_at FROM conversation
WHERE lead_id = :lead AND body IS NOT NULL ORDER BY effective_last_at DESC LIMIT 1
