#pragma once

#include "server/services/conversation/conversationedit.h"
#include "server/services/op/ops.h"

namespace foredeck {

/// Who may answer now: claim, take-over, release, and the end of a lease (contract 5). Each is an effect of Ops.
class ClaimActs {
public:
    explicit ClaimActs(std::chrono::milliseconds lease) : m_lease(lease) { }

    /// Takes what nobody holds; Conflict with {"holder"} otherwise.
    Result<Conversation> claim(OpContext &op, const ConversationId &id) const;
    /// Takes it from whoever has it: raises the fence, cancels the assistant's waiting turn, claims the open escalation.
    Result<Conversation> takeOver(OpContext &op, const ConversationId &id, const Expectations &expected) const;
    /// Hands back to the assistant (which looks at it at once if the customer waits; `note` is that of the escalation this
    /// resolves) or to nobody: while the customer waits, people are told of it.
    Result<Conversation> release(OpContext &op, const ConversationId &id, OwnerKind to, std::int64_t fence,
        const std::string &note = std::string {handedBackNote}) const;
    /// A lease ran out and was not renewed: others may claim. Nothing happens when the claim moved on meanwhile.
    Result<void> expire(ActContext &act, const ConversationId &id, std::int64_t fence) const;
    /// A lease that was given by a clock that was ahead runs for as long as any other from now on. Nothing happens when the
    /// claim moved on meanwhile.
    Result<void> shorten(ActContext &act, const ConversationId &id, std::int64_t fence) const;
    std::chrono::milliseconds lease() const noexcept { return m_lease; }

private:
    Result<Conversation> take(OpContext &op, ConversationEdit &edit, std::string reason) const;
    Result<Conversation> keep(OpContext &op, ConversationEdit &edit) const;

    std::chrono::milliseconds m_lease;
};

} // namespace foredeck
