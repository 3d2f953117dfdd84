SELECT position, version, generation FROM read_cursor WHERE conversation_id = :conversation
