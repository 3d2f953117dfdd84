SELECT e.lead, e.score, e.status, coalesce(json_extract(l.body, '$.source'), '')
FROM lead_entry e
JOIN lead l ON l.row = e.lead
WHERE e.lead >= :first AND (:scope = 0 OR e.scope = :scope)
ORDER BY e.lead
