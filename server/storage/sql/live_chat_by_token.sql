SELECT id, client_id, token_hash, conversation_id, lead_id, remote_loopback, created_at, seen_at, name, wishes
FROM live_chat_session
WHERE token_hash = :token_hash AND id = :id
