INSERT INTO channel (client_id, id, kind, number, phone_number_id, account, secret, token, verify_token, version, body)
VALUES (:client_id, :id, :kind, :number, :phone_number_id, :account, :none, :none, :none, :version, :body)
