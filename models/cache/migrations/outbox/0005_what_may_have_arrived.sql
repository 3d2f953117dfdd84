-- Whether a try of the act got no answer, so that the server may have it. What was tried before this step may be there.

ALTER TABLE op ADD COLUMN may_have_arrived INTEGER NOT NULL DEFAULT 0;
UPDATE op SET may_have_arrived = 1 WHERE attempts > 0 AND state NOT IN ('acked', 'confirmed', 'cancelled');
