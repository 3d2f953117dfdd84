INSERT INTO log (stream, store) VALUES (:stream, :store) ON CONFLICT (stream) DO UPDATE SET store = excluded.store
