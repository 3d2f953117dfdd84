SELECT id, kind, position, decision_id, body FROM timeline
WHERE conversation = :conversation AND position >= :from AND position < :before ORDER BY position DESC, row DESC LIMIT :limit
