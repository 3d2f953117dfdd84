SELECT document_id, bm25({index}, 0.0, 0.0, 2.0, 1.0)
FROM {index}
WHERE {index} MATCH :match AND public >= :lowest_public
ORDER BY bm25({index}, 0.0, 0.0, 2.0, 1.0), rowid
LIMIT :limit
