SELECT body FROM conversation WHERE id = :id AND body IS NOT NULL
