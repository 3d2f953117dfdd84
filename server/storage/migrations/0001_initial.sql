-- Ids are TEXT (UUIDv7), times INTEGER milliseconds UTC, JSON is TEXT and never looked into by SQL. `body` is the whole
-- entity in its wire form, the one source it is read back from; the columns beside it are what is looked for.

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

-- The log. A stream's counter row is bumped by the last statements of a writing transaction, so that the order of seq is
-- the order of the commits.
CREATE TABLE stream (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    head INTEGER NOT NULL,
    lowest INTEGER NOT NULL
) STRICT;
CREATE TABLE event (
    stream_id INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    op_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (stream_id, seq)
) STRICT;

CREATE TABLE agency (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE client (
    id TEXT NOT NULL PRIMARY KEY,
    agency_id TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX client_of_agency ON client (agency_id, name, id);

-- Numbers that lists show and that must not be counted when they are asked for.
CREATE TABLE counter (
    client_id TEXT NOT NULL,
    name TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (client_id, name)
) STRICT;

CREATE TABLE location (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;

CREATE TABLE channel (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    phone_number_id TEXT NOT NULL,
    account TEXT NOT NULL,
    secret BLOB NOT NULL,
    token BLOB NOT NULL,
    verify_token BLOB NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
CREATE UNIQUE INDEX channel_phone_number_id ON channel (phone_number_id) WHERE phone_number_id <> '';
CREATE UNIQUE INDEX channel_twilio ON channel (account, number) WHERE kind = 'sms' AND account <> '' AND number <> '';
CREATE INDEX channel_kind ON channel (kind, id);

CREATE TABLE app_user (
    id TEXT NOT NULL PRIMARY KEY,
    agency_id TEXT NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    sees_all INTEGER NOT NULL,
    password_hash TEXT NOT NULL,
    failed_tries INTEGER NOT NULL,
    rest_until INTEGER,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX app_user_email ON app_user (email) WHERE email <> '';
CREATE INDEX app_user_of_agency ON app_user (agency_id, name, id);
CREATE TABLE user_client (
    client_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    PRIMARY KEY (client_id, user_id)
) STRICT;
CREATE INDEX user_client_of_user ON user_client (user_id);

CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    device TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX session_of_user ON session (user_id, used_at);
CREATE INDEX session_expires ON session (expires_at);
CREATE TABLE refresh_token (
    hash TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    replaced_at INTEGER,
    replaced_by TEXT NOT NULL
) STRICT;
CREATE INDEX refresh_token_session ON refresh_token (session_id);

CREATE TABLE settings (
    client_id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE settings_version (
    client_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, version)
) STRICT;

CREATE TABLE knowledge_base (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    documents INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
-- row_id is what the client's full-text index names a document by.
CREATE TABLE document (
    row_id INTEGER NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    base_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (client_id, id)
) STRICT;
CREATE UNIQUE INDEX document_content ON document (client_id, base_id, sha256) WHERE sha256 <> '';
CREATE INDEX document_of_base ON document (client_id, base_id, updated_at, id);

-- name: in lower case, for searching.
CREATE TABLE lead (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    temperature TEXT NOT NULL,
    merged_into TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
CREATE INDEX lead_newest ON lead (client_id, created_at, id) WHERE merged_into = '';
CREATE TABLE lead_contact (
    client_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    lead_id TEXT NOT NULL,
    PRIMARY KEY (client_id, kind, value)
) STRICT;
CREATE INDEX lead_contact_of_lead ON lead_contact (client_id, lead_id);

CREATE TABLE conversation (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    lead_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    channel_kind TEXT NOT NULL,
    status TEXT NOT NULL,
    ended INTEGER NOT NULL,
    escalated INTEGER NOT NULL,
    owner_kind TEXT NOT NULL,
    owner_user TEXT NOT NULL,
    last_position INTEGER NOT NULL,
    last_public_at INTEGER NOT NULL,
    fence INTEGER NOT NULL,
    lease_until INTEGER,
    last_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
CREATE INDEX conversation_all ON conversation (client_id, last_at, id);
CREATE INDEX conversation_mine ON conversation (client_id, owner_user, last_at, id) WHERE ended = 0 AND owner_kind = 'user';
CREATE INDEX conversation_unassigned ON conversation (client_id, last_at, id) WHERE ended = 0 AND owner_kind = 'nobody';
CREATE INDEX conversation_waiting ON conversation (client_id, last_at, id) WHERE status = 'waiting_human';
CREATE INDEX conversation_escalated ON conversation (client_id, last_at, id) WHERE ended = 0 AND escalated = 1;
CREATE INDEX conversation_ended ON conversation (client_id, last_at, id) WHERE ended = 1;
CREATE INDEX conversation_of_lead ON conversation (client_id, lead_id, last_at, id);
CREATE INDEX conversation_lease ON conversation (lease_until) WHERE lease_until IS NOT NULL;

CREATE TABLE message (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    channel_id TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    op_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, conversation_id, position),
    UNIQUE (client_id, id)
) STRICT;
CREATE UNIQUE INDEX message_op ON message (client_id, op_id) WHERE op_id <> '';
CREATE UNIQUE INDEX message_provider ON message (channel_id, provider_id) WHERE provider_id <> '';

CREATE TABLE note (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    op_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, conversation_id, position),
    UNIQUE (client_id, id)
) STRICT;
CREATE UNIQUE INDEX note_op ON note (client_id, op_id) WHERE op_id <> '';

CREATE TABLE transition (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, conversation_id, position),
    UNIQUE (client_id, id)
) STRICT;
CREATE INDEX transition_field ON transition (client_id, conversation_id, field, position);

CREATE TABLE decision (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    seen_position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
CREATE INDEX decision_of_conversation ON decision (client_id, conversation_id, seen_position, id);

CREATE TABLE escalation (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
CREATE UNIQUE INDEX escalation_open ON escalation (client_id, conversation_id) WHERE status IN ('pending', 'claimed');
CREATE INDEX escalation_newest ON escalation (client_id, created_at, id);
CREATE INDEX escalation_status ON escalation (client_id, status, created_at, id);

CREATE TABLE read_cursor (
    user_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (user_id, conversation_id)
) STRICT;
-- name: "<conversation>:<kind>"
CREATE TABLE composition (
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (user_id, name)
) STRICT;
CREATE INDEX composition_newest ON composition (user_id, at, name);

CREATE TABLE consent (
    client_id TEXT NOT NULL,
    channel_kind TEXT NOT NULL,
    address TEXT NOT NULL,
    lead_id TEXT NOT NULL,
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (client_id, channel_kind, address)
) STRICT;
CREATE TABLE consent_history (
    row_id INTEGER NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL,
    channel_kind TEXT NOT NULL,
    address TEXT NOT NULL,
    lead_id TEXT NOT NULL,
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE INDEX consent_history_of_address ON consent_history (client_id, channel_kind, address, row_id);

CREATE TABLE live_chat_session (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    lead_id TEXT NOT NULL,
    remote_loopback INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
CREATE UNIQUE INDEX live_chat_session_token ON live_chat_session (token_hash);
CREATE INDEX live_chat_session_conversation ON live_chat_session (client_id, conversation_id, seen_at);

CREATE TABLE op_record (
    client_id TEXT NOT NULL,
    op_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    response TEXT NOT NULL,
    content_type TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (client_id, op_id)
) STRICT;
CREATE INDEX op_record_age ON op_record (at);

-- row_id is the order of the commits.
CREATE TABLE inbox (
    row_id INTEGER NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    retry_at INTEGER NOT NULL,
    error TEXT NOT NULL,
    done_at INTEGER,
    UNIQUE (channel_id, provider_id)
) STRICT;
CREATE INDEX inbox_new ON inbox (row_id) WHERE state = 'new';
CREATE INDEX inbox_done ON inbox (done_at) WHERE state = 'done';
CREATE INDEX inbox_poison ON inbox (row_id) WHERE state = 'poison';

-- seq is the order of the making.
CREATE TABLE job (
    seq INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    client_id TEXT NOT NULL,
    queue TEXT NOT NULL,
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL,
    run_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    max_attempts INTEGER NOT NULL,
    locked_until INTEGER,
    worker TEXT NOT NULL,
    dedup_key TEXT NOT NULL,
    serial_key TEXT NOT NULL,
    payload TEXT NOT NULL,
    last_error TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE INDEX job_ready ON job (queue, priority, run_at, seq) WHERE state = 'queued';
CREATE INDEX job_next ON job (queue, run_at) WHERE state = 'queued';
CREATE UNIQUE INDEX job_dedup ON job (client_id, queue, dedup_key) WHERE state = 'queued' AND dedup_key <> '';
CREATE INDEX job_serial ON job (serial_key, seq) WHERE state IN ('queued', 'running') AND serial_key <> '';
CREATE INDEX job_running ON job (locked_until) WHERE state = 'running';
CREATE INDEX job_finished ON job (finished_at) WHERE state IN ('done', 'failed');
CREATE INDEX job_dead ON job (seq) WHERE state = 'dead';

CREATE TABLE provider_status (
    client_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    rank INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, channel_id, provider_id)
) STRICT;

CREATE TABLE audit (
    row_id INTEGER NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_client ON audit (client_id, row_id);
