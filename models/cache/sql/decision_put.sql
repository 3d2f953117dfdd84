INSERT INTO decision (row, id, conversation, version, generation, body)
VALUES (:row, :id, :conversation, :version, :generation, :body)
ON CONFLICT (row) DO UPDATE SET version = excluded.version, generation = excluded.generation, body = excluded.body
