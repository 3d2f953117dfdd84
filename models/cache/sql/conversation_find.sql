SELECT row, version, lead_id FROM conversation WHERE id = :id
