SELECT id, kind, position, body FROM timeline
WHERE conversation = :conversation AND kind <> 'transition' ORDER BY position, row
