-- CROSS JOIN: SQLite keeps its order, one look per client.
SELECT i.row_id, i.sender, i.client_id
FROM client AS c
CROSS JOIN inbox AS i
WHERE i.row_id = (
    SELECT n.row_id
    FROM inbox AS n
    WHERE n.client_id = c.id AND n.state = 'new' AND n.row_id > :after AND n.retry_at <= :now
    ORDER BY n.row_id
    LIMIT 1)
ORDER BY i.row_id
