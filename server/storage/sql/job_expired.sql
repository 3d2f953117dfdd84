SELECT id, worker FROM job WHERE state = 'running' AND locked_until < :now ORDER BY locked_until LIMIT :limit
