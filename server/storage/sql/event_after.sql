SELECT e.seq, e.at, e.kind, e.entity_id, e.version, e.op_id, e.actor, e.data
FROM stream AS s JOIN event AS e ON e.stream_id = s.id
WHERE s.name = :name AND e.seq > :after
ORDER BY e.seq
LIMIT :limit
