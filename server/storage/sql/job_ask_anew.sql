UPDATE job SET run_at = :run_at, created_at = :now
WHERE client_id = :client_id AND queue = :queue AND dedup_key = :dedup_key AND state = 'queued' AND dedup_key <> ''
