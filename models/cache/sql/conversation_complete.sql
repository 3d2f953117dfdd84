UPDATE conversation SET timeline_complete = 1 WHERE id = :id
