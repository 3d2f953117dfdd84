#include "server/services/conversation/conversationreads.h"

#include "server/storage/decisionrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/livechatrepository.h"
#include "server/storage/transitionrepository.h"

#include <utility>

namespace foredeck {

TimelinePiece timelineBefore(Tx &tx, const ClientId &client, const ConversationId &id, std::int64_t before, int limit)
{
    TimelinePiece piece;
    piece.items = TimelineRepository::before(tx, client, id, before, limit + 1);
    piece.more = static_cast<int>(piece.items.size()) > limit;
    if (piece.more)
        piece.items.pop_back();
    if (!piece.items.empty())
        piece.decisions = DecisionRepository::between(tx, client, id, piece.items.back().position, before);
    return piece;
}

std::int64_t settledPosition(Tx &tx, const ClientId &client, const ConversationId &id)
{
    constexpr int changesLookedAt = 40;
    const auto changes = TransitionRepository::recent(tx, client, id, TransitionField::Status, changesLookedAt);
    bool isUndone = false; // opened again by a person: what went before goes on (slahistory.h)
    for (const auto &t : changes) {
        if (t.to == nameOf(ConversationStatus::Ended) && !std::exchange(isUndone, false))
            return t.position;
        if (t.from == nameOf(ConversationStatus::Ended))
            isUndone = t.actor.kind != ActorKind::Lead;
    }
    return 0;
}

std::optional<Lead> leadAsTold(Tx &tx, const Conversation &conversation)
{
    auto lead = LeadRepository::byId(tx, conversation.client, conversation.lead);
    if (!lead || conversation.channelKind != ChannelKind::LiveChat)
        return lead;
    const auto window = LiveChatRepository::byConversation(tx, conversation.client, conversation.id);
    lead->name = window ? window->name : std::string {};
    lead->qualification = window ? window->wishes : Qualification {};
    return lead;
}

} // namespace foredeck
