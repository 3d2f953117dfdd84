UPDATE macro SET removed = 1, body = ''
WHERE client_id = :client_id AND id = :id AND removed = 0
