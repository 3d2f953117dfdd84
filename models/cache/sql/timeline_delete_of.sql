DELETE FROM timeline WHERE conversation = :conversation
