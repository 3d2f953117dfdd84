INSERT INTO rule_version (rule_id, version, client_id, at, body)
VALUES (:id, :version, :client_id, :at, :body)
