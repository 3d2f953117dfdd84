DELETE FROM person_key WHERE lead = :lead
