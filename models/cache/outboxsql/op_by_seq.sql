-- For a damaged file, whatever step it is at: it may be one that does not say yet what may have arrived.
SELECT seq, op_id, user_id, client_id, conversation_id, kind, target, body, expect, if_match, seen_position, fence, override, not_before, state, attempts, next_try, created_at, acked_at, problem,
    attempts > 0 OR state = 'sending'
FROM op WHERE seq = :seq
