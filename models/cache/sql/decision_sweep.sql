DELETE FROM decision
WHERE generation < :generation AND conversation IN (SELECT row FROM conversation WHERE client_id = :client)
