SELECT row, version FROM lead WHERE id = :id
