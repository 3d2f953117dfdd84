UPDATE job SET run_at = :run_at, priority = CASE WHEN :priority < priority THEN :priority ELSE priority END
WHERE client_id = :client_id AND queue = :queue AND dedup_key = :dedup_key AND state = 'queued' AND dedup_key <> ''
