SELECT body FROM channel WHERE phone_number_id = :phone_number_id AND phone_number_id <> ''
