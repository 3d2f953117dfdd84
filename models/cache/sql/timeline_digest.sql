SELECT id, version FROM timeline WHERE conversation = :conversation ORDER BY id
