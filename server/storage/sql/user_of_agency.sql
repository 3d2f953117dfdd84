SELECT body FROM app_user WHERE agency_id = :agency_id ORDER BY name, id
