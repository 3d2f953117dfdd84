SELECT bulk_id, user_id, kind, detail, undoes, state, created_at FROM bulk WHERE state <> 'storing'
