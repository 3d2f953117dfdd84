SELECT id, row FROM lead WHERE merged_into = :lead AND merged_into <> '' ORDER BY id
