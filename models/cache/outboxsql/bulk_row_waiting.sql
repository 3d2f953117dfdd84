SELECT seq, client_id, conversation_id, kind, body, expect, seen_position, undoes_op, op_id FROM bulk_row
WHERE bulk_id = :bulk AND state = 'waiting' ORDER BY seq LIMIT :limit
