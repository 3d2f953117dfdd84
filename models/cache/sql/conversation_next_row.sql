SELECT max(row) FROM conversation WHERE row BETWEEN :first AND :last
