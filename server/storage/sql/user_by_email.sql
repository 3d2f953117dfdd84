SELECT body FROM app_user WHERE email = :email AND email <> ''
