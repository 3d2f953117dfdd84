SELECT seq, op_id, user_id, client_id, conversation_id, kind, target, body, expect, if_match, seen_position, fence, override, not_before, state, attempts, next_try, created_at, acked_at, problem, may_have_arrived
FROM op WHERE state = 'confirmed' AND client_id = :client AND has_left = 0 ORDER BY seq
