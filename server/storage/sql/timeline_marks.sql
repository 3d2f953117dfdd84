SELECT id, version, position
FROM message
WHERE client_id = :client_id AND conversation_id = :conversation_id AND position >= :from
UNION ALL
SELECT id, version, position
FROM note
WHERE client_id = :client_id AND conversation_id = :conversation_id AND position >= :from
UNION ALL
SELECT id, version, position
FROM transition
WHERE client_id = :client_id AND conversation_id = :conversation_id AND position >= :from
