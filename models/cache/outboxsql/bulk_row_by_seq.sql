SELECT bulk_id, client_id, conversation_id, kind, body, expect, seen_position, undo_kind, undo_body, undo_expect, undoes_op, op_id, state FROM bulk_row WHERE seq = :seq
