UPDATE conversation SET client_id = :client, lead_id = :lead, version = :version, generation = :generation, body = :body, scope = :scope
WHERE row = :row
