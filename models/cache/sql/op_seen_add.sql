INSERT INTO op_seen (op_id) VALUES (:op) ON CONFLICT (op_id) DO NOTHING
