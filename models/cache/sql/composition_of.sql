SELECT kind, text, at FROM composition WHERE conversation_id = :conversation
