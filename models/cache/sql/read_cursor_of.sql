SELECT position, version FROM read_cursor WHERE conversation_id = :conversation
