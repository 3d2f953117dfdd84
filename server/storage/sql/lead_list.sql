SELECT l.body, l.created_at, l.id
FROM lead AS l
WHERE l.client_id = :client_id AND l.merged_into = '' AND (l.created_at, l.id) < (:key, :id)
  AND (:status = '' OR l.status = :status)
  AND (:temperature = '' OR l.temperature = :temperature)
  AND (:text = '' OR l.name LIKE :text ESCAPE '!' OR EXISTS (
        SELECT 1 FROM lead_contact AS c
        WHERE c.client_id = :client_id AND c.lead_id = l.id AND c.value LIKE :contact ESCAPE '!'))
ORDER BY l.created_at DESC, l.id DESC
LIMIT :limit
