UPDATE conversation SET lease_until = :lease_until
WHERE client_id = :client_id AND id = :id AND fence = :fence AND lease_until IS NOT NULL
