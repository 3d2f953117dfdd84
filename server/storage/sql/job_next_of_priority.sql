SELECT run_at FROM job WHERE queue = :queue AND priority = :priority AND state = 'queued' ORDER BY run_at LIMIT 1
