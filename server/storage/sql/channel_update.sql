UPDATE channel
SET kind = :kind, number = :number, phone_number_id = :phone_number_id, account = :account, version = :version, body = :body
WHERE client_id = :client_id AND id = :id AND version = :version - 1
