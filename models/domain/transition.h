#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"

#include <cstdint>
#include <string>

namespace foredeck {

/// What changed. `Status`: where it becomes "snoozed", `detail` says until when (RFC 3339; empty: until somebody wakes it).
/// `Owner`: from and to are "assistant", "nobody" or a user's id. `Consent`: per channel. `Escalation`: its status, where
/// it alone changed; the reason is "acknowledged", "assigned" (to `toName`), "resolved" or "expired", or why somebody was
/// called. `Response`: what clocks run by; from and to are of ResponseState, `reason` is the kind of the owner at the time,
/// `detail` since when the customer waits if that is not `at` (RFC 3339). The thread shows no band for it. `Lead`: the
/// person's own facts; with the reason leadStatusReason, from and to are of LeadStatus; with leadMergedReason and
/// leadPartedReason they are the leads whose conversation it was and is, by the names `detail` and `toName`. `Task`: from and to are of TaskState
/// ("": not there yet) or taskIsDue, `reason` is its kind, `toName` its owner's name, `detail` its text, of what is closed the
/// outcome.
enum class TransitionField { Unknown, Status, Owner, Claim, Consent, Assistant, Lead, Escalation, Response, Task };
template <>
struct EnumNames<TransitionField> {
    static constexpr std::array names {std::pair {TransitionField::Status, std::string_view {"status"}},
        std::pair {TransitionField::Owner, std::string_view {"owner"}}, std::pair {TransitionField::Claim, std::string_view {"claim"}},
        std::pair {TransitionField::Consent, std::string_view {"consent"}}, std::pair {TransitionField::Assistant, std::string_view {"assistant"}},
        std::pair {TransitionField::Lead, std::string_view {"lead"}},
        std::pair {TransitionField::Escalation, std::string_view {"escalation"}}, std::pair {TransitionField::Response, std::string_view {"response"}},
        std::pair {TransitionField::Task, std::string_view {"task"}}};
};

/// Whether the customer waits for an answer, and who gave the last one. `Settled`: nobody did, and nobody has to any more.
enum class ResponseState { Unknown, Waiting, Assistant, User, Settled };
template <>
struct EnumNames<ResponseState> {
    static constexpr std::array names {std::pair {ResponseState::Waiting, std::string_view {"waiting"}},
        std::pair {ResponseState::Assistant, std::string_view {"assistant"}}, std::pair {ResponseState::User, std::string_view {"user"}},
        std::pair {ResponseState::Settled, std::string_view {"settled"}}};
};

inline constexpr std::string_view leadStatusReason = "lead_status";
inline constexpr std::string_view leadMergedReason = "lead_merged";
inline constexpr std::string_view leadPartedReason = "lead_parted";
inline constexpr std::string_view taskIsDue = "due";

/// Compact, immutable row for every change of state, owner or clock: what the thread shows as a flat band, and what
/// statistics and replay are computed from.
struct Transition {
    TransitionId id;
    ClientId client;
    ConversationId conversation;
    std::int64_t position = 0;
    Open<TransitionField> field;
    std::string from;
    std::string to;
    std::string toName; ///< of a user, as at the time
    std::string reason; ///< a key: an escalation reason, "taken_over", "handed_back", "assigned", "resolved", "opted_out", …
    std::string detail; ///< words that belong to it, such as the phrase that fired; plain text
    Actor actor;
    DecisionId decision; ///< when the assistant's turn caused it
    OpId op;
    Timestamp at;
    std::int64_t version = 1;
};

} // namespace foredeck
