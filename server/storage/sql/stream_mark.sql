SELECT head, lowest FROM stream WHERE name = :name
