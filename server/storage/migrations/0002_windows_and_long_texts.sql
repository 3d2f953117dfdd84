-- A visitor may have one token for several windows. What was told in a window stands with it: its lead may be somebody
-- whose e-mail was only typed there.
DROP INDEX live_chat_session_token;
CREATE UNIQUE INDEX live_chat_session_token ON live_chat_session (token_hash, id);
ALTER TABLE live_chat_session ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE live_chat_session ADD COLUMN wishes TEXT NOT NULL DEFAULT '{}';

-- Rows whose text went on beyond what a message holds are kept: those words stand nowhere else.
UPDATE inbox SET state = 'kept' WHERE state = 'done' AND payload LIKE '%"rest":"_%' AND payload NOT LIKE '%"rest":""%';
