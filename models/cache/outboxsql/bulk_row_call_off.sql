UPDATE bulk_row SET state = 'called_off' WHERE bulk_id = :bulk AND state = 'waiting'
