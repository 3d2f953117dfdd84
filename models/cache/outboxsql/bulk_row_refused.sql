SELECT r.conversation_id, o.problem FROM bulk_row r JOIN op o ON o.op_id = r.op_id
WHERE r.bulk_id = :bulk AND r.state = 'placed' AND o.state IN ('needs_review', 'refused') ORDER BY r.seq LIMIT :limit
