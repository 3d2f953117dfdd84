SELECT body FROM agency WHERE id = :id
