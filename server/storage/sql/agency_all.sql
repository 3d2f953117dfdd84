SELECT body FROM agency ORDER BY id
