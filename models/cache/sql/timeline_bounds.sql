SELECT min(position), max(position) FROM timeline WHERE conversation = :conversation
