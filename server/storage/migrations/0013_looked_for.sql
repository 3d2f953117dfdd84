-- When an attempt ended last, or was found to have been cut off: what may be at a vendor still is looked for when it had time to
-- arrive. Of the attempts of an earlier program it is not known.
ALTER TABLE job ADD COLUMN tried_at INTEGER;

-- What we had given the vendor for the message, and it returns: it tells whose a status is although no answer told the vendor's id.
ALTER TABLE provider_status ADD COLUMN reference TEXT NOT NULL DEFAULT '';
CREATE INDEX provider_status_of_ours ON provider_status (client_id, channel_id, reference, rank) WHERE reference <> '';
