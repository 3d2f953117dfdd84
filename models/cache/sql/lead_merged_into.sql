SELECT merged_into FROM lead WHERE id = :id
