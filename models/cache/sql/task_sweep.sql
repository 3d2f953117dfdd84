DELETE FROM task WHERE id NOT IN (SELECT id FROM entity WHERE kind = 'task')
