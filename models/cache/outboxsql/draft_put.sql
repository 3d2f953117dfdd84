INSERT INTO composition (user_id, conversation_id, kind, client_id, text, seen_position, at, synced, here)
VALUES (:user, :conversation, :kind, :client, :text, :seen_position, :at, :synced, :here)
ON CONFLICT (user_id, conversation_id, kind) DO UPDATE SET client_id = excluded.client_id, text = excluded.text,
    seen_position = excluded.seen_position, at = excluded.at, synced = excluded.synced, here = excluded.here
