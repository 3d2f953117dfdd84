SELECT user_id, client_id, conversation_id, position, version
FROM read_cursor
WHERE user_id = :user_id AND conversation_id > :id
ORDER BY conversation_id
LIMIT :limit
