SELECT max(row) FROM lead WHERE row BETWEEN :first AND :last
