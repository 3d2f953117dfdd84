UPDATE composition SET text = '' WHERE conversation_id = :conversation AND kind = :kind
