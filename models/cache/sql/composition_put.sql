INSERT INTO composition (conversation_id, kind, text, at, version, generation)
VALUES (:conversation, :kind, :text, :at, :version, :generation)
ON CONFLICT (conversation_id, kind) DO UPDATE SET text = excluded.text, at = excluded.at, version = excluded.version, generation = excluded.generation
