UPDATE bulk_row SET state = :state, op_id = :op WHERE seq = :seq
