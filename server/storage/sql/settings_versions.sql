SELECT body FROM settings_version WHERE client_id = :client_id ORDER BY version DESC LIMIT :limit
