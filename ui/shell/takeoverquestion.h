#pragma once

#include "models/core/id.h"

namespace foredeck {
class Ephemera;
}

namespace foredeck::ui {

/// Whether this person is in the middle of a sentence there; nobody is not.
bool isTyping(const Ephemera &ephemera, const ConversationId &conversation, const UserId &user);

/// Whether to take a conversation from somebody who is in the middle of a sentence there. Asked once for this person in
/// this conversation, by whichever page; who stops typing, or has it no more, is asked about anew.
class TakeOverQuestion final {
public:
    /// The ephemera outlives it.
    explicit TakeOverQuestion(const Ephemera &ephemera) : m_ephemera(ephemera) { }
    /// Whether it may be taken now; if not, it is asked from now on, and the next one may. `holder`: who answers there;
    /// empty: nobody who could be cut short.
    bool mayTake(const ConversationId &conversation, const UserId &holder);
    /// Asked and not answered.
    bool isAsked(const ConversationId &conversation, const UserId &holder);
    /// What was asked about this one.
    void withdraw(const ConversationId &conversation);

private:
    const Ephemera &m_ephemera;
    ConversationId m_conversation;
    UserId m_holder;
};

} // namespace foredeck::ui
