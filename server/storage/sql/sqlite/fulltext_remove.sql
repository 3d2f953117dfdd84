DELETE FROM {index} WHERE rowid = :row_id
