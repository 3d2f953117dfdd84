DELETE FROM decision WHERE conversation = :conversation
