SELECT max(seq) FROM bulk_row
