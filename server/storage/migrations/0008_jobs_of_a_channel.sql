-- The door that a job sends through: a vendor that hangs holds as many workers as job_claim.sql lets it, and no more. Empty: none.
ALTER TABLE job ADD COLUMN channel_id TEXT NOT NULL DEFAULT '';
CREATE INDEX job_running_by_channel ON job (channel_id, seq) WHERE state = 'running' AND channel_id <> '';
