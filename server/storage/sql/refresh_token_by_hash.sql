SELECT hash, session_id, issued_at, replaced_at, replaced_by FROM refresh_token WHERE hash = :hash
