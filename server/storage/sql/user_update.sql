UPDATE app_user
SET agency_id = :agency_id, email = :email, name = :name, sees_all = :sees_all, version = :version, body = :body
WHERE id = :id AND version = :version - 1
