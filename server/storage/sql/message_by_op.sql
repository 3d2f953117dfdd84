SELECT body FROM message WHERE client_id = :client_id AND op_id = :op_id AND op_id <> ''
