UPDATE inbox SET state = 'kept', done_at = :at WHERE row_id = :row_id AND state = 'new'
