SELECT body FROM timeline WHERE conversation = :conversation AND from_lead = 1 ORDER BY position DESC LIMIT 1
