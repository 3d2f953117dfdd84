SELECT row, version, generation, merged_into FROM lead WHERE id = :id
