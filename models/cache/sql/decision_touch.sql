UPDATE decision SET generation = :generation WHERE row = :row
