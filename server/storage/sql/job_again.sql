-- Queued again; dead after its last attempt; over when a newer one of its key waits already. An attempt at which nothing was
-- tried is given back.
UPDATE job
SET state = CASE
        WHEN dedup_key <> '' AND EXISTS (
            SELECT 1 FROM job AS newer
            WHERE newer.client_id = job.client_id AND newer.queue = job.queue AND newer.dedup_key = job.dedup_key
              AND newer.dedup_key <> '' AND newer.state = 'queued') THEN 'failed'
        WHEN attempts - :given_back >= max_attempts THEN 'dead'
        ELSE 'queued' END,
    finished_at = CASE
        WHEN attempts - :given_back >= max_attempts OR (dedup_key <> '' AND EXISTS (
            SELECT 1 FROM job AS newer
            WHERE newer.client_id = job.client_id AND newer.queue = job.queue AND newer.dedup_key = job.dedup_key
              AND newer.dedup_key <> '' AND newer.state = 'queued')) THEN :at
        ELSE NULL END,
    attempts = attempts - :given_back, run_at = :run_at, last_error = :error, locked_until = NULL,
    tried_at = CASE WHEN :given_back > 0 THEN tried_at ELSE :at END
WHERE id = :id AND worker = :worker AND state = 'running'
