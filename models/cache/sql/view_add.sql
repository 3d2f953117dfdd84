INSERT INTO view_entry (view, scope, last_at, conversation) VALUES (:view, :scope, :last_at, :conversation)
