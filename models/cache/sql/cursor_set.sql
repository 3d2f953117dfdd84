INSERT INTO cursor (stream, epoch, seq) VALUES (:stream, :epoch, :seq)
ON CONFLICT (stream) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq
