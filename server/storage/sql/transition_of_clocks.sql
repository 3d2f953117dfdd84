SELECT body
FROM (SELECT position, body
    FROM transition
    WHERE client_id = :client_id AND conversation_id = :conversation_id AND field IN ('status', 'owner', 'response')
    ORDER BY position DESC
    LIMIT :limit)
ORDER BY position
