SELECT c.labels FROM (
    SELECT conversation FROM view_entry WHERE view = :view AND scope = :scope ORDER BY rank DESC, conversation DESC LIMIT :limit
) e JOIN conversation c ON c.row = e.conversation
WHERE c.labels <> '[]'
