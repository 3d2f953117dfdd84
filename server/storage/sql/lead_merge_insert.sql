INSERT INTO lead_merge (client_id, lead_id, into_id, at, conversations, contacts, left_before, left_after)
VALUES (:client_id, :lead_id, :into_id, :at, :conversations, :contacts, :left_before, :left_after)
