#pragma once

#include "models/domain/transition.h"
#include "server/storage/store.h"

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
    /// The newest change of this field in the conversation: who owned it before a resolve, for example.
    static std::optional<Transition> latest(Tx &tx, const ClientId &client, const ConversationId &conversation, TransitionField field);
};

} // namespace foredeck
