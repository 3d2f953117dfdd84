SELECT body, at, name
FROM composition
WHERE user_id = :user_id AND (at, name) < (:key, :id)
ORDER BY at DESC, name DESC
LIMIT :limit
