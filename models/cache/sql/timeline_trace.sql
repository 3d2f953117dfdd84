-- Held: a snapshot of this generation brought it, or began behind it.
SELECT t.generation >= :generation
        OR coalesce(t.position < (SELECT min(n.position) FROM timeline n WHERE n.conversation = t.conversation AND n.generation >= :generation), 0),
    t.body
FROM timeline t WHERE t.id = :id
