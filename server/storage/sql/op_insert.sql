INSERT INTO op_record (client_id, op_id, user_id, request_hash, status, response, content_type, at)
VALUES (:client_id, :op_id, :user_id, :request_hash, :status, :response, :content_type, :at)
