SELECT DISTINCT t.conversation_id FROM entity e JOIN task t ON t.id = e.id
WHERE e.client_id = :client AND e.kind = 'task' AND json_extract(e.body, '$.state') = 'open'
