#pragma once

#include "net/codec/domaincodec.h"
#include "server/storage/store.h"

#include <string>
#include <string_view>

namespace foredeck {

inline std::string clientStream(const ClientId &id) { return "client:" + id.value; }
inline std::string agencyStream(const AgencyId &id) { return "agency:" + id.value; }
inline std::string userStream(const UserId &id) { return "user:" + id.value; }

/// The id an event names its entity by. Settings are named by their client, read cursors by their conversation,
/// compositions by conversation and kind, alerts by their escalation.
template <class T>
std::string entityId(const T &entity)
{
    return entity.id.value;
}
inline std::string entityId(const ClientSettings &settings) { return settings.client.value; }
inline std::string entityId(const ReadCursor &cursor) { return cursor.conversation.value; }
inline std::string entityId(const Alert &alert) { return alert.escalation.value; }
inline std::string entityId(const Composition &composition)
{
    return composition.conversation.value + ":" + std::string {composition.kind.text()};
}

/// Puts the entity, whole, into a stream of the log: announce(tx, clientStream(client), "message.created", message, actor,
/// op). Call it after the repository has written the entity, so that the version is the stored one. The store writes events
/// as the last statements of the transaction, in the order of these calls.
template <class T>
void announce(WriteTx &tx, std::string stream, std::string_view kind, const T &entity, const Actor &actor, const OpId &op = {})
{
    Event event;
    event.stream = std::move(stream);
    event.kind = kind;
    event.entity = entityId(entity);
    event.version = entity.version;
    event.op = op;
    event.actor = actor;
    event.data = encode(entity);
    tx.append(std::move(event));
}

/// The same for what is gone: data is {"id":…}.
void announceDeleted(WriteTx &tx, std::string stream, std::string_view kind, std::string_view id, std::int64_t version,
    const Actor &actor, const OpId &op = {});

} // namespace foredeck
