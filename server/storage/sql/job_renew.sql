UPDATE job SET locked_until = :locked_until WHERE id = :id AND worker = :worker AND state = 'running'
