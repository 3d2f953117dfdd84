SELECT received_at FROM inbox WHERE state = 'new' ORDER BY row_id LIMIT 1
