#pragma once

#include "net/codec/frames.h"

#include <functional>
#include <utility>

namespace foredeck {

/// Shows consoles that the assistant is about to answer, from the customer's message until its turn, so that nobody types
/// against it (contract 3, ephemera). A presence without a user is the assistant's. Nothing of it is kept: a turn that
/// never comes fades in the consoles. Usable from any thread once it has been told whom to tell.
class AssistantTyping {
public:
    using Tell = std::function<void(const PresenceFrame &)>; ///< returns at once; from any thread
    /// Before the work begins.
    void tellTo(Tell tell) { m_tell = std::move(tell); }

    void begin(const ClientId &client, const ConversationId &conversation) const { put(client, conversation, "typing"); }
    void end(const ClientId &client, const ConversationId &conversation) const { put(client, conversation, "gone"); }

private:
    void put(const ClientId &client, const ConversationId &conversation, const char *state) const
    {
        if (m_tell)
            m_tell({{}, {}, client, conversation, state});
    }

    Tell m_tell;
};

} // namespace foredeck
