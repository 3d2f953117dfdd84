SELECT max(row) FROM timeline WHERE row BETWEEN :first AND :last
