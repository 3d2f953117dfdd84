DELETE FROM view_entry WHERE view = :view AND scope = :scope AND rank = :rank AND conversation = :conversation
