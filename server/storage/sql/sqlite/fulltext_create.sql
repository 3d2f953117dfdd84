CREATE VIRTUAL TABLE {index} USING fts5 (document_id UNINDEXED, public UNINDEXED, title, text,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')
