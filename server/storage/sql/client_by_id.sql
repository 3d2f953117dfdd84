SELECT body FROM client WHERE id = :client_id
