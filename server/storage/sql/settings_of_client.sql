SELECT body FROM settings WHERE client_id = :client_id
