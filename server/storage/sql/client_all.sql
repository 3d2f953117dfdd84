SELECT body FROM client ORDER BY id
