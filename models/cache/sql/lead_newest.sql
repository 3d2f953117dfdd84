SELECT lead FROM lead_entry WHERE :scope = 0 OR scope = :scope ORDER BY lead DESC LIMIT :limit
