SELECT conversation.body, lead.body
FROM conversation
JOIN lead ON lead.client_id = conversation.client_id AND lead.id = conversation.lead_id
WHERE conversation.client_id = :client_id AND conversation.id = :id
