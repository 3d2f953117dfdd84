SELECT body, last_position
FROM conversation
WHERE client_id = :client_id AND lead_id = :lead_id AND channel_id = :channel_id AND (contact = '' OR contact = :contact)
  AND (last_public_at >= :not_before OR (ended = 0 AND (owner_kind = 'user' OR (status = 'snoozed' AND owner_kind <> 'assistant'))))
ORDER BY last_at DESC, id DESC
LIMIT 1
