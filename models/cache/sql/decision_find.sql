SELECT row, version FROM decision WHERE id = :id
