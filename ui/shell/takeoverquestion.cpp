#include "ui/shell/takeoverquestion.h"

#include "models/ports/ephemera.h"

#include <algorithm>

namespace foredeck::ui {

bool isTyping(const Ephemera &ephemera, const ConversationId &conversation, const UserId &user)
{
    if (user.empty())
        return false;
    const QList<Presence> others = ephemera.presenceIn(conversation);
    return std::any_of(others.begin(), others.end(), [&](const Presence &one) { return one.kind == PresenceKind::Typing && one.user == user; });
}

bool TakeOverQuestion::mayTake(const ConversationId &conversation, const UserId &holder)
{
    const bool may = !isTyping(m_ephemera, conversation, holder) || isAsked(conversation, holder);
    m_conversation = may ? ConversationId() : conversation;
    m_holder = may ? UserId() : holder;
    return may;
}

bool TakeOverQuestion::isAsked(const ConversationId &conversation, const UserId &holder)
{
    if (m_conversation.empty() || m_conversation != conversation)
        return false;
    if (m_holder != holder || !isTyping(m_ephemera, conversation, holder))
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
