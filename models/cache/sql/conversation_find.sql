SELECT row, version FROM conversation WHERE id = :id
