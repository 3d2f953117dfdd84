SELECT row, version, conversation, position, generation FROM timeline WHERE id = :id
