UPDATE job SET run_at = :run_at
WHERE client_id = :client_id AND queue = :queue AND dedup_key = :dedup_key AND state = 'queued' AND dedup_key <> '' AND run_at > :run_at
