INSERT INTO bulk (bulk_id, user_id, kind, detail, undoes, state, created_at) VALUES (:bulk, :user, :kind, :detail, :undoes, :state, :created_at)
