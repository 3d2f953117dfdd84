SELECT e.data
FROM stream AS s JOIN event AS e ON e.stream_id = s.id
WHERE s.name = :name AND e.kind = 'escalation.alert'
ORDER BY e.seq
