SELECT kind, text, seen_position, at, synced, here FROM composition WHERE user_id = :user AND conversation_id = :conversation
