DELETE FROM op_seen WHERE op_id = :op
