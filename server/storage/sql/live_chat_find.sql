SELECT id, client_id, token_hash, conversation_id, lead_id, remote_loopback, created_at, seen_at, name, wishes
FROM live_chat_session
WHERE client_id = :client_id AND id = :id
