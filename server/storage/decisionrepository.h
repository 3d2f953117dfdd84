#pragma once

#include "models/domain/dashboard.h"
#include "models/domain/decision.h"
#include "server/storage/store.h"

#include <optional>
#include <vector>

namespace foredeck {

/// What the assistant thought at each turn. Immutable.
struct DecisionRepository {
    static std::optional<Decision> byId(Tx &tx, const ClientId &client, const DecisionId &id);
    /// Those of turns that had seen up to a position from `from` to `to`, both included; by falling position.
    static std::vector<Decision> between(Tx &tx, const ClientId &client, const ConversationId &conversation, std::int64_t from, std::int64_t to);
    /// The newest first.
    static std::vector<Decision> latest(Tx &tx, const ClientId &client, const ConversationId &conversation, int limit);
    /// What the newest `limit` turns since then took, by engine in the order of the names. Turns that cannot be dated by their
    /// id, a UUIDv7, are in none.
    static std::vector<EngineUse> usesSince(Tx &tx, const ClientId &client, Timestamp since, int limit);
    static void insert(WriteTx &tx, const Decision &decision);
};

} // namespace foredeck
