SELECT count(*) FROM lead_entry
WHERE (:scope = 0 OR scope = :scope) AND score BETWEEN :from AND :to
    AND (:statuses = '[]' OR status IN (SELECT value FROM json_each(:statuses)))
    AND +lead BETWEEN :first AND :last
    AND (:source = '' OR EXISTS (SELECT 1 FROM lead l WHERE l.row = lead_entry.lead AND json_extract(l.body, '$.source') = :source))
    AND (:word_1 = '' OR lead IN (SELECT lead FROM person_key WHERE key >= :word_1 AND key < :word_1 || x'ff'))
    AND (:word_2 = '' OR lead IN (SELECT lead FROM person_key WHERE key >= :word_2 AND key < :word_2 || x'ff'))
    AND (:word_3 = '' OR lead IN (SELECT lead FROM person_key WHERE key >= :word_3 AND key < :word_3 || x'ff'))
    AND CASE :order
        WHEN 'score_down' THEN (score, last_at, lead) > (:score, :at, :lead)
        WHEN 'score_up' THEN (score, last_at, lead) < (:score, :at, :lead)
        WHEN 'word_down' THEN (last_at, lead) > (:at, :lead)
        WHEN 'word_up' THEN (last_at, lead) < (:at, :lead)
        WHEN 'name_down' THEN (name, lead) > (:name, :lead)
        ELSE (name, lead) < (:name, :lead)
    END
