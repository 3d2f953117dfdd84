-- Whether nothing is missing of a conversation from a position on, or of each conversation of a person; see wouldBeShown(). A
-- snapshot of this generation has shown which conversations there are; else one that is not here tells nothing.
SELECT :generation + count(*) > 0 AND coalesce(min(whole), 1) FROM (
    SELECT coalesce(count(DISTINCT CASE WHEN t.position >= :from THEN t.position END) = max(max(t.position) - :from + 1, 0), 0) AS whole
    FROM conversation c LEFT JOIN timeline t ON t.conversation = c.row AND t.generation >= :generation
    WHERE c.row IN (SELECT row FROM conversation WHERE id = :conversation
                    UNION ALL SELECT row FROM conversation WHERE lead_id = :lead AND :lead <> '') AND c.generation >= :generation
    GROUP BY c.row)
