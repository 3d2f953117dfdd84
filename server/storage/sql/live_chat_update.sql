UPDATE live_chat_session
SET conversation_id = :conversation_id, lead_id = :lead_id, remote_loopback = :remote_loopback, seen_at = :seen_at,
    name = :name, wishes = :wishes
WHERE client_id = :client_id AND id = :id
