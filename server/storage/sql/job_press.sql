-- What stands before a pressing job of its key is as pressing: that one waits for it. A try that comes sooner for it is none of
-- those after which a job is given up: its backoff had left the vendor more time.
UPDATE job SET priority = CASE WHEN :priority < priority THEN :priority ELSE priority END,
    attempts = CASE WHEN state = 'queued' AND :run_at < run_at AND attempts > 0 THEN attempts - 1 ELSE attempts END,
    run_at = CASE WHEN :run_at < run_at THEN :run_at ELSE run_at END
WHERE serial_key = :serial_key AND serial_key <> '' AND state IN ('queued', 'running')
