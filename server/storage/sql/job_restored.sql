-- In a restored copy what waited when it was made has probably run since: as if its last attempt had been interrupted.
UPDATE job SET state = 'running', attempts = max_attempts, worker = '', locked_until = :now
WHERE queue = :queue AND state IN ('queued', 'running')
