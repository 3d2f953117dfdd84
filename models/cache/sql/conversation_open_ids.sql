SELECT c.row, c.id FROM view_entry e JOIN conversation c ON c.row = e.conversation
WHERE e.view = :view AND e.scope = :scope AND c.effective_status <> 'ended' ORDER BY e.rank DESC LIMIT :limit
