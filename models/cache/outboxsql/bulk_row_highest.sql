SELECT seq FROM sqlite_sequence WHERE name = 'bulk_row'
