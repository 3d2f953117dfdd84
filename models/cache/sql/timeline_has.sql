SELECT 1 FROM timeline WHERE id = :id
