SELECT body
FROM escalation
WHERE client_id = :client_id AND conversation_id = :conversation_id AND status IN ('pending', 'claimed')
