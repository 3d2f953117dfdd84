UPDATE timeline SET generation = :generation WHERE row = :row
