SELECT coalesce(sum(value), 0) FROM counter WHERE name = 'rule_firings'
