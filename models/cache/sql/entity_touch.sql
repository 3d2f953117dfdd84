UPDATE entity SET generation = :generation WHERE kind = :kind AND id = :id
