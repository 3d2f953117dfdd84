-- What was sent to the owner's telephone because no console answered. It belongs to no conversation.
CREATE TABLE alert_text (
    client_id TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    channel_id TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (client_id, id)
) STRICT;
CREATE UNIQUE INDEX alert_text_provider ON alert_text (channel_id, provider_id) WHERE provider_id <> '';
CREATE INDEX alert_text_newest ON alert_text (client_id, at);
