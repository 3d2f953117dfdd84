UPDATE stream SET lowest = :lowest WHERE id = :id
