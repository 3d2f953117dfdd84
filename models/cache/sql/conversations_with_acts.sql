SELECT id FROM conversation WHERE has_acts = 1
