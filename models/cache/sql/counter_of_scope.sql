SELECT view, total, unread FROM counter WHERE scope = :scope
