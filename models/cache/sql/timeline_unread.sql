SELECT count(*) FROM (SELECT 1 FROM timeline WHERE conversation = :conversation AND position > :position AND from_lead = 1 LIMIT 100)
