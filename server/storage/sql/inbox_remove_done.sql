-- The newest row stays, so that its number is never given again.
DELETE FROM inbox
WHERE row_id IN (SELECT row_id FROM inbox WHERE state = 'done' AND done_at < :before ORDER BY done_at LIMIT :limit)
  AND row_id < (SELECT max(row_id) FROM inbox)
