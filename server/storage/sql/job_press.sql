-- What stands before a pressing job of its key is as pressing: that one waits for it.
UPDATE job SET priority = CASE WHEN :priority < priority THEN :priority ELSE priority END,
    run_at = CASE WHEN :run_at < run_at THEN :run_at ELSE run_at END
WHERE serial_key = :serial_key AND serial_key <> '' AND state IN ('queued', 'running')
