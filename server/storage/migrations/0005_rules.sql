-- A client's own rules; every version of them, also of those that are gone, because a trail names the one that fired; and
-- on which occasions each has fired. unanswered_minutes: of rules about waiting that are on, else NULL.
CREATE TABLE rule (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    unanswered_minutes INTEGER,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
CREATE TABLE rule_version (
    rule_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    client_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (rule_id, version)
) STRICT;
CREATE TABLE rule_firing (
    client_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    occasion TEXT NOT NULL,
    rule_version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    escalation_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (client_id, conversation_id, rule_id, occasion)
) STRICT;
CREATE INDEX escalation_of_conversation ON escalation (client_id, conversation_id, created_at);
