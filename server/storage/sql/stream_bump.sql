INSERT INTO stream (name, head, lowest)
VALUES (:name, :count, 1)
ON CONFLICT (name) DO UPDATE SET head = stream.head + :count
RETURNING id, head
