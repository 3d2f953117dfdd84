SELECT password_hash, failed_tries, rest_until FROM app_user WHERE id = :id
