SELECT l.body
FROM lead_contact AS c JOIN lead AS l ON l.client_id = c.client_id AND l.id = c.lead_id
WHERE c.client_id = :client_id AND c.kind = :kind AND c.value = :value
