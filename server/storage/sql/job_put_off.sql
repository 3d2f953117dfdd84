-- What a door has queued, is no more pressing and is due waits until then, in the order in which it was made. What waits already does not wait longer.
UPDATE job SET run_at = :run_at
WHERE queue = :queue AND channel_id = :channel_id AND state = 'queued' AND priority >= :priority AND run_at <= :now
