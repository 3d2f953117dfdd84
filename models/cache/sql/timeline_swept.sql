SELECT DISTINCT c.row, c.id FROM timeline t JOIN conversation c ON c.row = t.conversation
WHERE t.generation < :generation AND c.client_id = :client
