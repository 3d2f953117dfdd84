SELECT row, id FROM conversation WHERE client_id = :client AND generation < :generation
