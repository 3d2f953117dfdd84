INSERT INTO read_cursor (user_id, conversation_id, client_id, position, version)
VALUES (:user_id, :conversation_id, :client_id, :position, 1)
ON CONFLICT (user_id, conversation_id) DO UPDATE SET position = :position, version = read_cursor.version + 1
WHERE read_cursor.position < :position
RETURNING version
