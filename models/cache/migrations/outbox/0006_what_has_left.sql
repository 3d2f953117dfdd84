-- Whether it is known that the act's words have reached their channel, or were never to: the cache that told it goes with its
-- store, or when somebody else signs in, and what has left stays so.

ALTER TABLE op ADD COLUMN has_left INTEGER NOT NULL DEFAULT 0;
