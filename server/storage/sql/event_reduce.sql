UPDATE event SET data = :data
WHERE stream_id = (SELECT id FROM stream WHERE name = :name) AND entity_id = :entity_id
