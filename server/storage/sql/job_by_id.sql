SELECT id, client_id, queue, kind, priority, run_at, state, attempts, max_attempts, locked_until, worker, dedup_key, serial_key, payload,
    last_error, created_at, finished_at, seq, channel_id, tried_at
FROM job
WHERE id = :id
