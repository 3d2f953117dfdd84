SELECT id FROM conversation WHERE body LIKE '%"participants":[{%'
