SELECT row, version, lead_id, generation FROM conversation WHERE id = :id
