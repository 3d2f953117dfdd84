DELETE FROM alert_text
WHERE (client_id, id) IN (SELECT client_id, id FROM alert_text WHERE at < :before ORDER BY at LIMIT :limit)
