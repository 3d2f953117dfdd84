#include "cachesql.h"
#include "models/cache/storecore.h"

#include <utility>

/// What the cache knows of the things that acts rest on.
namespace foredeck {

std::optional<Conversation> StoreCore::heldConversation(const ConversationId &id)
{
    const auto row = tables().findConversation(id);
    if (!row)
        return std::nullopt;
    Query query {cache(), cachesql::conversation_state};
    query.bind("row", *row).next();
    query.view();
    auto conversation = decode<Conversation>(query.view());
    return conversation.hasValue() ? std::optional {std::move(conversation).value()} : std::nullopt;
}

/// As the server has it, without the acts of this computer; what is not known is not.
bool StoreCore::isHeldOpen(const ConversationId &id)
{
    const auto conversation = attempt([&] { return heldConversation(id); });
    return conversation.hasValue() && conversation.value() && conversation.value()->status != ConversationStatus::Ended;
}

std::int64_t StoreCore::heldFence(const Op &op)
{
    const bool fenced = op.kind == OpKind::Reply || op.kind == OpKind::Release || op.kind == OpKind::EscalationRelease;
    if (op.conversation.empty() || !fenced)
        return 0;
    const auto conversation = heldConversation(op.conversation);
    return conversation && conversation->claim.user == op.user ? conversation->claim.fence : 0;
}

std::int64_t StoreCore::lastPublicPosition(const ConversationId &id)
{
    const auto conversation = heldConversation(id);
    return conversation ? conversation->lastPublicPosition : 0;
}

/// Of an entity that only people edit (contract 1), as the cache has it.
std::int64_t StoreCore::versionOfEdited(const Op &op)
{
    const auto named = [&]() -> std::pair<std::string_view, std::string> {
        switch (op.kind.value()) {
        case OpKind::ClientSafeMode:
        case OpKind::ClientName:
            return {"client", op.client.value};
        case OpKind::Settings:
            return {"settings", op.client.value};
        case OpKind::Hours:
            return {"location", op.target};
        case OpKind::Channel:
            return {"channel", op.target};
        case OpKind::RuleUpdate:
        case OpKind::RuleDelete:
            return {"rule", op.target};
        case OpKind::MacroUpdate:
        case OpKind::MacroDelete:
            return {"macro", op.target};
        case OpKind::FaqDelete:
            return {"document", op.target};
        default:
            return {};
        }
    }();
    Query query {cache(), cachesql::entity_version};
    return query.bind("kind", named.first).bindText("id", named.second).next() ? query.integer() : 0;
}

bool StoreCore::inTimeline(const std::string &id)
{
    Query query {cache(), cachesql::timeline_has};
    return query.bindText("id", id).next();
}

} // namespace foredeck
