DELETE FROM conversation WHERE row = :row
