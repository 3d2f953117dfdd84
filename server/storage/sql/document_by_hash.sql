SELECT body FROM document WHERE client_id = :client_id AND base_id = :base_id AND sha256 = :sha256 AND sha256 <> ''
