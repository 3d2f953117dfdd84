DELETE FROM lead WHERE row = :row
