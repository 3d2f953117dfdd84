DELETE FROM timeline WHERE row = :row
