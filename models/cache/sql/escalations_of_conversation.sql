SELECT id, has_acts FROM escalation WHERE conversation_id = :conversation
