SELECT bulk_id, user_id, kind, detail, undoes, state, created_at FROM bulk
WHERE user_id = :user AND state <> 'storing' ORDER BY created_at DESC, bulk_id DESC
