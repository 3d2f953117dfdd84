-- A flood of one client's holds up no other client's: the oldest that waits of each is found without reading the flood, and no
-- payload is read for it.
DROP INDEX inbox_new;
CREATE INDEX inbox_new ON inbox (row_id, retry_at, sender, client_id, state) WHERE state = 'new';
CREATE INDEX inbox_new_of_client ON inbox (client_id, row_id, retry_at, sender) WHERE state = 'new';
