SELECT row, body FROM lead WHERE id = :id
