DELETE FROM entity WHERE client_id = :client AND generation < :generation
