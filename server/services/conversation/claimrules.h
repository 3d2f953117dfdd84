#pragma once

#include "models/domain/conversation.h"

#include <chrono>
#include <cstdint>

namespace foredeck {

inline constexpr std::chrono::seconds usualLease {90}; ///< of a claim that nobody renews: contract 5

/// The rules of contract 5 by which two answers to the same state of a conversation cannot both leave. Pure: the caller
/// brings the conversation as its own transaction reads it, and whether the lease of its claim still runs.

struct ReplyIntent {
    UserId user; ///< empty: the assistant
    std::int64_t fence = 0; ///< of the claim the author holds; 0: none
    std::int64_t seenPosition = 0; ///< the highest public position the author had seen
    bool override_ = false; ///< the author was shown what is newer and sends anyway
};

enum class ReplyVerdict {
    Accept,
    Ended, ///< it was resolved meanwhile
    OlderFence, ///< somebody has claimed since
    HeldByOther, ///< no fence was sent and somebody else holds a running claim
    NotOwner, ///< the assistant may only answer what it owns
    Newer, ///< something public, not by the author, came after seenPosition
};

/// `newestOther`: the highest position of a public message that the author did not write; 0 when there is none.
inline ReplyVerdict judgeReply(const Conversation &conversation, bool leaseRuns, std::int64_t newestOther, const ReplyIntent &intent)
{
    const Claim &claim = conversation.claim;
    const bool assistant = intent.user.empty();
    if (conversation.status == ConversationStatus::Ended)
        return ReplyVerdict::Ended;
    if (assistant && conversation.owner.kind != OwnerKind::Assistant)
        return ReplyVerdict::NotOwner;
    // A fence that is still the newest is not old because its claim was given up: nobody has claimed since.
    const bool free = claim.user.empty() && conversation.owner.kind == OwnerKind::Nobody;
    const bool own = !assistant && (claim.user == intent.user || free);
    if (intent.fence != 0 && (intent.fence != claim.fence || !own))
        return ReplyVerdict::OlderFence;
    if (intent.fence == 0 && leaseRuns && !own)
        return ReplyVerdict::HeldByOther;
    const bool mayOverride = intent.override_ && !assistant;
    if (newestOther > intent.seenPosition && !mayOverride)
        return ReplyVerdict::Newer;
    return ReplyVerdict::Accept;
}

enum class ClaimVerdict {
    Take, ///< raise the fence, run a new lease
    Own, ///< already the caller's own running claim: nothing changes
    HeldByOther,
    Ended,
};

/// Claiming takes only what nobody holds: neither a colleague with a running lease nor the assistant.
inline ClaimVerdict judgeClaim(const Conversation &conversation, bool leaseRuns, const UserId &user)
{
    if (conversation.status == ConversationStatus::Ended)
        return ClaimVerdict::Ended;
    if (leaseRuns)
        return conversation.claim.user == user ? ClaimVerdict::Own : ClaimVerdict::HeldByOther;
    return conversation.owner.kind == OwnerKind::Assistant ? ClaimVerdict::HeldByOther : ClaimVerdict::Take;
}

} // namespace foredeck
