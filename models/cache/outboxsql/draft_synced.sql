UPDATE composition SET synced = 1 WHERE user_id = :user AND conversation_id = :conversation AND kind = :kind AND text = :text
