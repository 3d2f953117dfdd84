SELECT body FROM entity WHERE kind = :kind ORDER BY name, id
