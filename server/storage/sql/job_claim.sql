UPDATE job
SET state = 'running', attempts = attempts + 1, worker = :worker, locked_until = :locked_until
WHERE seq IN (
    SELECT j.seq
    FROM job AS j
    WHERE j.queue = :queue AND j.state = 'queued' AND j.run_at <= :now AND j.priority <= :least
      AND (j.serial_key = '' OR NOT EXISTS (
            SELECT 1 FROM job AS older
            WHERE older.serial_key = j.serial_key AND older.serial_key <> '' AND older.seq < j.seq
              AND older.state IN ('queued', 'running')))
      AND (j.channel_id = '' OR :per_channel > (
            SELECT count(*) FROM job AS one
            WHERE one.channel_id = j.channel_id AND one.channel_id <> '' AND one.state = 'running' AND one.priority <= j.priority))
      AND :per_client > (
            SELECT count(*) FROM job AS own
            WHERE own.queue = j.queue AND own.state = 'running' AND own.client_id = j.client_id
              AND (own.priority <= j.priority OR :least > j.priority))
      AND (j.attempts = 0 OR :tried_before > (
            SELECT count(*) FROM job AS again
            WHERE again.queue = j.queue AND again.state = 'running' AND again.attempts > 1
              AND (again.priority <= j.priority OR :least > j.priority)))
    ORDER BY j.priority, j.run_at, j.seq
    LIMIT :limit)
RETURNING id, client_id, queue, kind, priority, run_at, state, attempts, max_attempts, locked_until, worker, dedup_key, serial_key, payload,
    last_error, created_at, finished_at, seq, channel_id, tried_at
