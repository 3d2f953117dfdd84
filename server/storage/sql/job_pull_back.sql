-- What was made by a clock that was ahead, or waits longer than anything of its queue does.
UPDATE job SET run_at = :run_at
WHERE queue = :queue AND state = 'queued' AND run_at > :run_at AND (run_at > :after OR created_at > :run_at)
