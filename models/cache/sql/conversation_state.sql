SELECT id, body, scope, views, effective_last_at, effective_unread FROM conversation WHERE row = :row
