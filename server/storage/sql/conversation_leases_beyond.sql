SELECT client_id, id, fence
FROM conversation
WHERE lease_until IS NOT NULL AND lease_until > :after
ORDER BY lease_until
LIMIT :limit
