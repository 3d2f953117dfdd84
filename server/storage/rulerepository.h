#pragma once

#include "models/domain/rule.h"
#include "server/storage/store.h"

#include <optional>
#include <vector>

namespace foredeck {

/// A client's own rules, with every version they ever had: a trail may name one that is gone.
struct RuleRepository {
    static std::optional<ClientRule> byId(Tx &tx, const ClientId &client, const RuleId &id);
    /// In the order of their making.
    static std::vector<ClientRule> ofClient(Tx &tx, const ClientId &client);
    static std::optional<ClientRule> version(Tx &tx, const ClientId &client, const RuleId &id, std::int64_t version);
    static void insert(WriteTx &tx, const ClientRule &rule, Timestamp at);
    static void update(WriteTx &tx, ClientRule &rule, Timestamp at);
    /// False when it is not there.
    static bool remove(WriteTx &tx, const ClientId &client, const RuleId &id);
    /// The shortest wait, in minutes, that any of the rules that are on asks for; nothing: none is about waiting.
    static std::optional<std::int64_t> shortestWait(Tx &tx, const ClientId &client);

    static std::vector<RuleFiring> firings(Tx &tx, const ClientId &client, const ConversationId &conversation);
    /// A second time on the same occasion is a Conflict.
    static void fire(WriteTx &tx, const RuleFiring &firing);
    /// Of all clients, since ever.
    static std::int64_t firingCount(Tx &tx);
};

} // namespace foredeck
