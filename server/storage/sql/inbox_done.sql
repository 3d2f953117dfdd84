UPDATE inbox SET state = 'done', done_at = :at WHERE row_id = :row_id AND state = 'new'
