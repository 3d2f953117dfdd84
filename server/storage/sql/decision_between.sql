SELECT body
FROM decision
WHERE client_id = :client_id AND conversation_id = :conversation_id AND seen_position >= :from AND seen_position <= :to
ORDER BY seen_position DESC, id DESC
