-- What a person said or entered stays longer than what the log shows anyway: see comesBack().
DELETE FROM op WHERE state = 'confirmed' AND acked_at < :before
    AND (acked_at < :words_before OR kind NOT IN ('reply', 'note', 'write_first', 'lead_create', 'task_create', 'shift_note_create'))
