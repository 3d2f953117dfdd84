DELETE FROM cursor WHERE stream = :stream
