UPDATE op SET has_left = 1 WHERE op_id = :op
