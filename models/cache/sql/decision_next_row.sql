SELECT max(row) FROM decision WHERE row BETWEEN :first AND :last
