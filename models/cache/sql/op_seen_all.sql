SELECT op_id FROM op_seen
