SELECT body FROM shift_note WHERE client_id = :client_id AND id = :id
