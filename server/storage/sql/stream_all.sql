SELECT id, lowest, head FROM stream ORDER BY id
