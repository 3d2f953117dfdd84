SELECT body FROM timeline WHERE id = :id
