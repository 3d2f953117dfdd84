SELECT id, body FROM timeline
WHERE conversation = :conversation AND kind = 'transition' ORDER BY position DESC LIMIT :limit
