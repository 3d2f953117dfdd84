-- The server's store by which each stream was last followed. The cache knows it too, but is begun anew where it is damaged or
-- another person signs in; what the acts of this file were told by must outlive that.

CREATE TABLE log (
    stream TEXT NOT NULL PRIMARY KEY,
    store TEXT NOT NULL
) STRICT, WITHOUT ROWID;
DROP INDEX op_confirmed;
CREATE INDEX op_confirmed ON op (acked_at, kind) WHERE state = 'confirmed';
