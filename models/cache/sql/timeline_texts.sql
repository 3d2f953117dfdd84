SELECT id, position, row, kind, body FROM timeline
WHERE conversation = :conversation AND kind <> 'transition' AND (position, row) > (:position, :row)
ORDER BY position, row LIMIT :limit
