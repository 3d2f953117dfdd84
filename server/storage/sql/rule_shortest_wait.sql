SELECT min(unanswered_minutes) FROM rule WHERE client_id = :client_id
