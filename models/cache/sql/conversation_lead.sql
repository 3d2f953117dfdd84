SELECT lead_id FROM conversation WHERE row = :row
