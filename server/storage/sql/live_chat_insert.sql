INSERT INTO live_chat_session (id, client_id, token_hash, conversation_id, lead_id, remote_loopback, created_at, seen_at, name, wishes)
VALUES (:id, :client_id, :token_hash, :conversation_id, :lead_id, :remote_loopback, :created_at, :seen_at, :name, :wishes)
ON CONFLICT DO NOTHING
