SELECT at FROM alert_text WHERE client_id = :client_id ORDER BY at DESC LIMIT 1
