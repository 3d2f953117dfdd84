-- The disposable half of a profile: everything here can be fetched again. Row ids follow time (ms << 20 | counter);
-- ids of the wire are text. `effective_*` columns are the entity with the outbox projected into it: lists, filters and
-- counters read these.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cursor (
    stream TEXT PRIMARY KEY,
    epoch TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Acts of this console whose event has been applied and whose outbox row may not know it yet.
CREATE TABLE op_seen (
    op_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- agency, client, location, channel, user, settings, document, escalation: read as whole bodies, few per client.
CREATE TABLE entity (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    name TEXT NOT NULL,
    mark TEXT NOT NULL,
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_of_client ON entity (client_id, kind);

CREATE TABLE lead (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    client_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    body TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    effective_name TEXT NOT NULL,
    effective_phone TEXT NOT NULL,
    effective_email TEXT NOT NULL,
    effective_status TEXT NOT NULL,
    effective_temperature TEXT NOT NULL,
    effective_score INTEGER
) STRICT;
CREATE INDEX lead_of_client ON lead (client_id);

-- Folded beginnings of names, mailboxes and numbers, for people search.
CREATE TABLE person_key (
    key TEXT NOT NULL,
    lead INTEGER NOT NULL,
    PRIMARY KEY (key, lead)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_key_of_lead ON person_key (lead);

-- `body` is NULL while only its timeline is known. `views` has a bit for each view it stands in.
CREATE TABLE conversation (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    client_id TEXT NOT NULL DEFAULT '',
    lead_id TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 0,
    generation INTEGER NOT NULL DEFAULT 0,
    body TEXT,
    scope INTEGER NOT NULL DEFAULT 0,
    views INTEGER NOT NULL DEFAULT 0,
    timeline_complete INTEGER NOT NULL DEFAULT 0,
    has_acts INTEGER NOT NULL DEFAULT 0,
    channel TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    labels TEXT NOT NULL DEFAULT '[]',
    window_until INTEGER,
    snoozed_until INTEGER,
    last_position INTEGER NOT NULL DEFAULT 0,
    last_public_position INTEGER NOT NULL DEFAULT 0,
    decision_id TEXT NOT NULL DEFAULT '',
    decision_action TEXT NOT NULL DEFAULT '',
    decision_confidence REAL NOT NULL DEFAULT 0,
    effective_last_at INTEGER NOT NULL DEFAULT 0,
    effective_status TEXT NOT NULL DEFAULT '',
    effective_owner_kind TEXT NOT NULL DEFAULT '',
    effective_owner_user TEXT NOT NULL DEFAULT '',
    effective_owner_name TEXT NOT NULL DEFAULT '',
    effective_claim_user TEXT NOT NULL DEFAULT '',
    effective_claim_name TEXT NOT NULL DEFAULT '',
    effective_claim_fence INTEGER NOT NULL DEFAULT 0,
    effective_claim_lease INTEGER,
    effective_message_id TEXT NOT NULL DEFAULT '',
    effective_message_role TEXT NOT NULL DEFAULT '',
    effective_message_author TEXT NOT NULL DEFAULT '',
    effective_message_text TEXT NOT NULL DEFAULT '',
    effective_message_delivery TEXT NOT NULL DEFAULT '',
    effective_message_at INTEGER NOT NULL DEFAULT 0,
    effective_escalation_id TEXT NOT NULL DEFAULT '',
    effective_escalation_reason TEXT NOT NULL DEFAULT '',
    effective_escalation_status TEXT NOT NULL DEFAULT '',
    effective_escalation_priority INTEGER NOT NULL DEFAULT 0,
    effective_due INTEGER,
    effective_waiting_since INTEGER,
    effective_draft TEXT NOT NULL DEFAULT '',
    effective_pending INTEGER NOT NULL DEFAULT 0,
    effective_unread INTEGER NOT NULL DEFAULT 0,
    effective_read_position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX conversation_of_client ON conversation (client_id);
CREATE INDEX conversation_of_lead ON conversation (lead_id, effective_last_at);
CREATE INDEX conversation_with_acts ON conversation (row) WHERE has_acts = 1;

-- The lists: one composite index per (view, scope) ending in (last_at, row). Scope 0 is all clients.
CREATE TABLE view_entry (
    view INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    conversation INTEGER NOT NULL,
    PRIMARY KEY (view, scope, last_at, conversation)
) STRICT, WITHOUT ROWID;

CREATE TABLE scope (
    number INTEGER PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE counter (
    view INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    total INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    PRIMARY KEY (view, scope)
) STRICT, WITHOUT ROWID;

-- Messages, notes and transitions of a conversation, by position.
CREATE TABLE timeline (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    from_lead INTEGER NOT NULL,
    decision_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
-- With the speaker, so that what is unread is counted from the index alone.
CREATE INDEX timeline_by_position ON timeline (conversation, position, from_lead);

CREATE TABLE decision (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL,
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX decision_of_conversation ON decision (conversation);

CREATE TABLE read_cursor (
    conversation_id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the server has of this person's compositions; what is typed here lives in the outbox file.
CREATE TABLE composition (
    conversation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, kind)
) STRICT, WITHOUT ROWID;
