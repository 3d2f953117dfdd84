UPDATE client SET agency_id = :agency_id, slug = :slug, name = :name, version = :version, body = :body
WHERE id = :id AND version = :version - 1
