-- Whether an act of this person's is there, whichever client it was for: asked where they may not see that one, or not any more.
SELECT 1 FROM op_record
WHERE client_id IN (SELECT id FROM client UNION ALL SELECT '') AND op_id = :op_id AND user_id = :user_id
LIMIT 1
