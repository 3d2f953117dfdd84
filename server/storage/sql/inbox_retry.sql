UPDATE inbox SET attempts = attempts + 1, error = :error, retry_at = :retry_at
WHERE row_id = :row_id AND state = 'new'
