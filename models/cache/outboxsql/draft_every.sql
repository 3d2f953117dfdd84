SELECT user_id, conversation_id, kind, client_id, text, seen_position, at, synced FROM composition
