UPDATE inbox SET state = 'poison', attempts = attempts + 1, error = :error, done_at = :at
WHERE row_id = :row_id AND state = 'new'
