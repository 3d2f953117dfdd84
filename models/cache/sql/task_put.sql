INSERT INTO task (id, conversation_id) VALUES (:id, :conversation)
ON CONFLICT (id) DO UPDATE SET conversation_id = excluded.conversation_id
