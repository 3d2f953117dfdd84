SELECT body FROM channel WHERE kind = :kind ORDER BY id
