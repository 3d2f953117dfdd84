INSERT INTO bulk_row (bulk_id, client_id, conversation_id, kind, body, expect, seen_position, undo_kind, undo_body, undo_expect, undoes_op, op_id, state)
SELECT :bulk, client_id, conversation_id, undo_kind, undo_body, undo_expect, seen_position, '', '', '', op_id, '', 'waiting' FROM bulk_row
WHERE bulk_id = :undone AND state = 'placed' AND undo_kind <> '' ORDER BY seq DESC
