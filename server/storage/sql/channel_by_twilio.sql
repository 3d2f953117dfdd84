SELECT body FROM channel
WHERE account = :account AND number = :number AND kind = 'sms' AND account <> '' AND number <> ''
