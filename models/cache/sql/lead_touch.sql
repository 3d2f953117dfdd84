UPDATE lead SET generation = :generation WHERE row = :row
