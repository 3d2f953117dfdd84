SELECT l.row, l.id, l.body FROM lead l
WHERE l.row IN (SELECT lead FROM person_key WHERE key >= :key AND key < :key_end LIMIT :most)
ORDER BY l.updated_at DESC
