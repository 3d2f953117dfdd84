UPDATE op SET body = :body, expect = :expect, if_match = :if_match, seen_position = :seen_position, fence = :fence, override = :override,
    not_before = :not_before, state = :state, attempts = :attempts, next_try = :next_try, created_at = :created_at,
    acked_at = :acked_at, problem = :problem, may_have_arrived = :may_have_arrived
WHERE op_id = :op
