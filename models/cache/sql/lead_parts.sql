SELECT id FROM lead WHERE merged_into = :lead AND merged_into <> '' ORDER BY id
