SELECT body FROM alert_text WHERE client_id = :client_id AND id = :id
