#pragma once

#include "models/domain/transition.h"
#include "server/storage/store.h"

#include <functional>
#include <optional>
#include <vector>

namespace foredeck {

/// Changes of state, owner or clock. Read in the timeline; immutable.
struct TransitionRepository {
    static std::optional<Transition> byId(Tx &tx, const ClientId &client, const TransitionId &id);
    static void insert(WriteTx &tx, const Transition &transition);
    /// Changes of this field in the conversation, the newest first.
    static std::vector<Transition> recent(Tx &tx, const ClientId &client, const ConversationId &conversation, TransitionField field, int limit);
    /// Changes of status, owner and response, which clocks run by: the newest `limit`, by position.
    static std::vector<Transition> ofClocks(Tx &tx, const ClientId &client, const ConversationId &conversation, int limit);
    /// The same of every conversation that went on since, conversation by conversation, the newest first, each by position;
    /// reads at most `limit` rows. False when there were more: what was cut off was not handed over.
    static bool eachOfClocks(Tx &tx, const ClientId &client, Timestamp since, int limit,
        const std::function<void(const ConversationId &, const std::vector<Transition> &)> &call);
    /// The newest change of this field in the conversation: who owned it before a resolve, for example.
    static std::optional<Transition> latest(Tx &tx, const ClientId &client, const ConversationId &conversation, TransitionField field);
};

} // namespace foredeck
