SELECT body FROM entity WHERE client_id = :client AND kind = :kind ORDER BY name, id
