SELECT client_id, op_id, user_id, request_hash, status, response, content_type, at
FROM op_record
WHERE client_id = :client_id AND op_id = :op_id
