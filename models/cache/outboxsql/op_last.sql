SELECT max(seq) FROM op
