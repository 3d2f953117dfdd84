SELECT id, body, scope, views, effective_rank, effective_unread FROM conversation WHERE row = :row
