SELECT bulk_id, user_id, kind, detail, undoes, state, created_at FROM bulk
WHERE user_id = :user AND state IN ('running', 'calling_off') ORDER BY created_at, bulk_id LIMIT 1
