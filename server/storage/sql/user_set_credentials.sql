UPDATE app_user SET password_hash = :password_hash, failed_tries = :failed_tries, rest_until = :rest_until
WHERE id = :id
