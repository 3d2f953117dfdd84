INSERT INTO audit (client_id, at, actor, action, target, detail)
VALUES (:client_id, :at, :actor, :action, :target, :detail)
