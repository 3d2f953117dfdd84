SELECT key FROM person_key WHERE lead = :lead ORDER BY key
