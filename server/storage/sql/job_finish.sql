UPDATE job SET state = :state, last_error = :error, finished_at = :at, locked_until = NULL
WHERE id = :id AND worker = :worker AND state = 'running'
