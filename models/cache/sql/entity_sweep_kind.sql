DELETE FROM entity WHERE kind = :kind AND generation < :generation
