SELECT body FROM entity WHERE kind = :kind AND id = :id
