SELECT client_id FROM shift_note WHERE id = :id
