UPDATE conversation SET generation = :generation WHERE row = :row
