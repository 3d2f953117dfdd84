INSERT INTO job (id, client_id, queue, kind, priority, run_at, state, attempts, max_attempts, locked_until, worker, dedup_key,
    serial_key, payload, last_error, created_at, finished_at, channel_id)
VALUES (:id, :client_id, :queue, :kind, :priority, :run_at, 'queued', 0, :max_attempts, NULL, '', :dedup_key,
    :serial_key, :payload, '', :created_at, NULL, :channel_id)
ON CONFLICT (client_id, queue, dedup_key) WHERE state = 'queued' AND dedup_key <> '' DO NOTHING
