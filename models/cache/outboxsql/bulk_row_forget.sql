DELETE FROM bulk_row WHERE bulk_id NOT IN (SELECT bulk_id FROM bulk)
