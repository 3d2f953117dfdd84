DELETE FROM job
WHERE seq IN (
    SELECT seq FROM job WHERE state IN ('done', 'failed') AND finished_at < :before ORDER BY finished_at LIMIT :limit)
