UPDATE channel SET secret = :secret, token = :token, verify_token = :verify_token
WHERE client_id = :client_id AND id = :id
