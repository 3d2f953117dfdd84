DELETE FROM composition WHERE generation < :generation
