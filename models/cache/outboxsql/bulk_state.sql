UPDATE bulk SET state = :state WHERE bulk_id = :bulk
