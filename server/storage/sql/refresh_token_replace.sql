UPDATE refresh_token SET replaced_at = :at, replaced_by = :replaced_by
WHERE session_id = (SELECT old.session_id FROM refresh_token AS old WHERE old.hash = :hash AND old.replaced_at IS NULL)
  AND replaced_at IS NULL
RETURNING session_id
