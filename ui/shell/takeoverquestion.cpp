#include "ui/shell/takeoverquestion.h"

#include "models/ports/ephemera.h"

#include <algorithm>

namespace foredeck::ui {

bool TakeOverQuestion::isTyping(const ConversationId &conversation, const UserId &holder) const
{
    if (holder.empty())
        return false;
    const QList<Presence> others = m_ephemera.presenceIn(conversation);
    return std::any_of(others.begin(), others.end(), [&](const Presence &one) { return one.kind == PresenceKind::Typing && one.user == holder; });
}

bool TakeOverQuestion::mayTake(const ConversationId &conversation, const UserId &holder)
{
    const bool may = !isTyping(conversation, holder) || isAsked(conversation, holder);
    m_conversation = may ? ConversationId() : conversation;
    m_holder = may ? UserId() : holder;
    return may;
}

bool TakeOverQuestion::isAsked(const ConversationId &conversation, const UserId &holder)
{
    if (m_conversation.empty() || m_conversation != conversation)
        return false;
    if (m_holder != holder || !isTyping(conversation, holder))
        withdraw(conversation);
    return !m_conversation.empty();
}

void TakeOverQuestion::withdraw(const ConversationId &conversation)
{
    if (m_conversation != conversation)
        return;
    m_conversation = ConversationId();
    m_holder = UserId();
}

} // namespace foredeck::ui
