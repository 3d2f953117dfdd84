SELECT body FROM client WHERE agency_id = :agency_id ORDER BY name, id
