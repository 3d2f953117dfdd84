INSERT INTO op (op_id, user_id, client_id, conversation_id, kind, target, body, expect, if_match, seen_position, fence, override,
    not_before, state, attempts, next_try, created_at, acked_at, problem)
VALUES (:op, :user, :client, :conversation, :kind, :target, :body, :expect, :if_match, :seen_position, :fence, :override,
    :not_before, :state, :attempts, :next_try, :created_at, NULL, :problem)
