INSERT INTO {index} (rowid, document_id, public, title, text) VALUES (:row_id, :document_id, :public, :title, :text)
