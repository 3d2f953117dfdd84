SELECT lead_id, into_id, at, conversations, contacts, left_before, left_after
FROM lead_merge
WHERE client_id = :client_id AND lead_id = :lead_id
