UPDATE job SET state = 'failed', last_error = :reason, finished_at = :at
WHERE client_id = :client_id AND queue = :queue AND dedup_key = :dedup_key AND state = 'queued' AND dedup_key <> ''
