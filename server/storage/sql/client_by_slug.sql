SELECT body FROM client WHERE slug = :slug
