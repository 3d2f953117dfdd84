SELECT version, text FROM composition WHERE conversation_id = :conversation AND kind = :kind
