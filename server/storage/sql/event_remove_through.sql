DELETE FROM event WHERE stream_id = :stream_id AND seq <= :through
