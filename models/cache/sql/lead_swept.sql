SELECT row, id FROM lead WHERE client_id = :client AND generation < :generation
