SELECT e.lead, l.id FROM lead_entry e JOIN lead l ON l.row = e.lead WHERE e.has_acts = 1
UNION
SELECT row, id FROM lead WHERE merged_by_act = 1
