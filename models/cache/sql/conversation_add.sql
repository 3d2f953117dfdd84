INSERT INTO conversation (row, id, generation) VALUES (:row, :id, :generation)
