INSERT INTO event (stream_id, seq, at, kind, entity_id, version, op_id, actor, data)
VALUES (:stream_id, :seq, :at, :kind, :entity_id, :version, :op_id, :actor, :data)
