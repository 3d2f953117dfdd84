SELECT e.client_id, e.id
FROM escalation AS e
JOIN conversation AS c ON c.client_id = e.client_id AND c.id = e.conversation_id
WHERE e.status IN ('pending', 'claimed') AND e.status = 'pending'
  AND (c.status = 'ended' OR (e.created_at <= :before AND c.last_at <= :before AND c.status <> 'snoozed' AND NOT EXISTS (
            SELECT 1 FROM transition AS t
            WHERE t.client_id = c.client_id AND t.conversation_id = c.id AND t.field = 'owner' AND t.made_at > :before)))
LIMIT :limit
