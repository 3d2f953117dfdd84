INSERT INTO counter (view, scope, total, unread) VALUES (:view, :scope, :total, :unread)
ON CONFLICT (view, scope) DO UPDATE SET total = total + excluded.total, unread = unread + excluded.unread
