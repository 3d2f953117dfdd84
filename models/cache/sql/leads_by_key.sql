SELECT l.body FROM person_key k JOIN lead l ON l.row = k.lead
WHERE k.key = :key AND +l.client_id = :client AND l.merged_into = '' AND l.version > 0
LIMIT :limit
