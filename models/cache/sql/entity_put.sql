INSERT INTO entity (kind, id, client_id, name, mark, version, generation, body)
VALUES (:kind, :id, :client, :name, :mark, :version, :generation, :body)
ON CONFLICT (kind, id) DO UPDATE SET client_id = excluded.client_id, name = excluded.name, mark = excluded.mark,
    version = excluded.version, generation = excluded.generation, body = excluded.body
