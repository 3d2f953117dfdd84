-- Whether the words were written on this computer or only came from the server, from another device of the same person.
-- What is written here stays until its author sends, clears or replaces it here. Rows of before this step may be either.

ALTER TABLE composition ADD COLUMN here INTEGER NOT NULL DEFAULT 1;
