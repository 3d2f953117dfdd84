SELECT seq, at FROM event WHERE stream_id = :stream_id ORDER BY seq LIMIT :limit
