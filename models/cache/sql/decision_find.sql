SELECT row, version, generation FROM decision WHERE id = :id
