DELETE FROM refresh_token WHERE session_id = :session_id
