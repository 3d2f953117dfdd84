SELECT body FROM app_user WHERE id = :id
