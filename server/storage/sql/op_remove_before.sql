DELETE FROM op_record
WHERE (client_id, op_id) IN (SELECT client_id, op_id FROM op_record WHERE at < :before ORDER BY at LIMIT :limit)
