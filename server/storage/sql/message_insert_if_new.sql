INSERT INTO message (client_id, id, conversation_id, position, channel_id, provider_id, op_id, version, body)
VALUES (:client_id, :id, :conversation_id, :position, :channel_id, :provider_id, :op_id, :version, :body)
ON CONFLICT DO NOTHING
