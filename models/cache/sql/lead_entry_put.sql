INSERT INTO lead_entry (lead, scope, status, score, name, last_at, conversation, has_acts)
VALUES (:lead, :scope, :status, :score, :name, :last_at, :conversation, :has_acts)
ON CONFLICT (lead) DO UPDATE SET scope = excluded.scope, status = excluded.status, score = excluded.score, name = excluded.name,
    last_at = excluded.last_at, conversation = excluded.conversation, has_acts = excluded.has_acts
