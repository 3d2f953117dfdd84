-- What a door has queued waits until then; in the order in which it was made.
UPDATE job SET run_at = :run_at
WHERE queue = :queue AND channel_id = :channel_id AND state = 'queued' AND run_at < :run_at
