INSERT INTO refresh_token (hash, session_id, issued_at, replaced_at, replaced_by)
VALUES (:hash, :session_id, :issued_at, NULL, '')
