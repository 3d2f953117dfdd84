SELECT conversation_id FROM read_cursor WHERE generation < :generation
