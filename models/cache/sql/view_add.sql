INSERT INTO view_entry (view, scope, rank, conversation) VALUES (:view, :scope, :rank, :conversation)
