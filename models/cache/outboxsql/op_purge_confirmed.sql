DELETE FROM op WHERE state = 'confirmed' AND acked_at < :before
