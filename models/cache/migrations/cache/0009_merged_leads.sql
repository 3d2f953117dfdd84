-- Whom a lead is part of, projected like the other effective columns; by_act: only since an act of this person says so, which
-- the server has not told yet.
ALTER TABLE lead ADD COLUMN merged_into TEXT NOT NULL DEFAULT '';
ALTER TABLE lead ADD COLUMN merged_by_act INTEGER NOT NULL DEFAULT 0;
UPDATE lead SET merged_into = coalesce(json_extract(body, '$.merged_into'), '') WHERE body LIKE '%"merged_into":"_%';
CREATE INDEX lead_merged ON lead (merged_into, id) WHERE merged_into <> '';
CREATE INDEX lead_merged_by_act ON lead (id) WHERE merged_by_act = 1;
