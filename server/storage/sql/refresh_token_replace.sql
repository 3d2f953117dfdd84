UPDATE refresh_token SET replaced_at = :at, replaced_by = :replaced_by
WHERE hash = :hash AND replaced_at IS NULL
RETURNING session_id
