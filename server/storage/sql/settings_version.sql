SELECT body FROM settings_version WHERE client_id = :client_id AND version = :version
