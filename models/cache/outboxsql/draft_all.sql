SELECT conversation_id, kind, text FROM composition WHERE user_id = :user AND text <> ''
