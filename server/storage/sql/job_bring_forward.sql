UPDATE job SET run_at = :run_at
WHERE queue = :queue AND priority = :priority AND state = 'queued' AND run_at > :run_at
