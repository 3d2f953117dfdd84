INSERT INTO person_key (key, lead) VALUES (:key, :lead) ON CONFLICT (key, lead) DO NOTHING
