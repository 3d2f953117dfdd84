-- What a door has queued for the next moment is due now.
UPDATE job SET run_at = :now
WHERE queue = :queue AND channel_id = :channel_id AND state = 'queued' AND run_at > :now AND run_at <= :until
