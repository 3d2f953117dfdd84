SELECT l.body, l.created_at, l.id
FROM lead AS l
WHERE l.client_id = :client_id AND l.merged_into = '' AND (l.created_at, l.id) < (:key, :id)
  AND NOT EXISTS (SELECT 1 FROM conversation AS c WHERE c.client_id = :client_id AND c.lead_id = l.id)
ORDER BY l.created_at DESC, l.id DESC
LIMIT :limit
