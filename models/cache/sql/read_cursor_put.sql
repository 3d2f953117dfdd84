INSERT INTO read_cursor (conversation_id, position, version, generation) VALUES (:conversation, :position, :version, :generation)
ON CONFLICT (conversation_id) DO UPDATE SET position = max(position, excluded.position), version = excluded.version, generation = excluded.generation
