INSERT INTO app_user (id, agency_id, email, name, sees_all, password_hash, failed_tries, rest_until, version, body)
VALUES (:id, :agency_id, :email, :name, :sees_all, '', 0, NULL, :version, :body)
