SELECT secret, token, verify_token FROM channel WHERE client_id = :client_id AND id = :id
