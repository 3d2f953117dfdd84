INSERT INTO timeline (row, id, conversation, kind, position, from_lead, decision_id, version, generation, body)
VALUES (:row, :id, :conversation, :kind, :position, :from_lead, :decision, :version, :generation, :body)
ON CONFLICT (row) DO UPDATE SET conversation = excluded.conversation, position = excluded.position,
    from_lead = excluded.from_lead, decision_id = excluded.decision_id, version = excluded.version,
    generation = excluded.generation, body = excluded.body
