SELECT version FROM composition WHERE conversation_id = :conversation AND kind = :kind
