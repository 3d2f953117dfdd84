INSERT INTO client (id, agency_id, slug, name, version, body)
VALUES (:id, :agency_id, :slug, :name, :version, :body)
