SELECT scope, timeline_complete, effective_read_position FROM conversation WHERE row = :row
