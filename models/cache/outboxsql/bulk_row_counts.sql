SELECT r.state, coalesce(o.state, ''), count(*) FROM bulk_row r LEFT JOIN op o ON o.op_id = r.op_id WHERE r.bulk_id = :bulk GROUP BY r.state, o.state
