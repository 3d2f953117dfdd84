SELECT coalesce(min(position), 0), count(*) FROM timeline WHERE conversation = :conversation AND position > :after AND from_lead = 1
