DELETE FROM view_entry WHERE view = :view AND scope = :scope AND last_at = :last_at AND conversation = :conversation
