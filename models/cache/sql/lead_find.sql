SELECT row, version, generation FROM lead WHERE id = :id
