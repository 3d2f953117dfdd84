UPDATE conversation SET timeline_complete = 0 WHERE row = :row
