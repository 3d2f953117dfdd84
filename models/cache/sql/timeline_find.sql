SELECT row, version, conversation, position FROM timeline WHERE id = :id
