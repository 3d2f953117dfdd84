SELECT stream, store FROM log
