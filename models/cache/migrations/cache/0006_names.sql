-- By name, who has one stands before who has only a number, an address or nothing; and letters that no decomposition takes
-- apart are found and ordered by the plain ones, as every lead that is written from now on is by itself.
UPDATE lead_entry SET name = coalesce((SELECT CASE WHEN l.effective_name <> '' THEN '1' END FROM lead l WHERE l.row = lead_entry.lead), '2')
    || replace(replace(replace(replace(replace(replace(replace(name, 'ø', 'o'), 'ł', 'l'), 'đ', 'd'), 'ð', 'd'), 'þ', 'th'), 'æ', 'ae'), 'œ', 'oe');
UPDATE OR REPLACE person_key SET key = replace(replace(replace(replace(replace(replace(replace(key, 'ø', 'o'), 'ł', 'l'), 'đ', 'd'), 'ð', 'd'), 'þ', 'th'), 'æ', 'ae'), 'œ', 'oe')
WHERE key GLOB '*[øłđðþæœ]*';
