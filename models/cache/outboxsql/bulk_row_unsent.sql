SELECT r.seq, r.client_id, r.conversation_id, r.kind, r.body, r.expect, r.seen_position, r.undoes_op, r.op_id FROM bulk_row r JOIN op o ON o.op_id = r.op_id
WHERE r.bulk_id = :bulk AND r.state = 'placed' AND o.state = 'queued' AND o.attempts = 0 ORDER BY r.seq LIMIT :limit
