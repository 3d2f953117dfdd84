SELECT u.body
FROM app_user AS u
WHERE u.id IN (SELECT uc.user_id FROM user_client AS uc WHERE uc.client_id = :client_id)
   OR (u.sees_all = 1 AND u.agency_id = (SELECT c.agency_id FROM client AS c WHERE c.id = :client_id))
ORDER BY u.name, u.id
