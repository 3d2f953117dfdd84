SELECT row, body FROM conversation
WHERE lead_id = :lead AND body IS NOT NULL ORDER BY effective_last_at DESC LIMIT :limit
