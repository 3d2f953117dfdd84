#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"

#include <cstdint>
#include <string>

namespace foredeck {

/// What changed. `Owner`: from and to are "assistant", "nobody" or a user's id. `Consent`: per channel. `Escalation`: its
/// status, where it alone changed; the reason is "acknowledged", "assigned" (to `toName`), "resolved" or "expired".
enum class TransitionField { Unknown, Status, Owner, Claim, Consent, Assistant, Lead, Escalation };
template <>
struct EnumNames<TransitionField> {
    static constexpr std::array names {std::pair {TransitionField::Status, std::string_view {"status"}},
        std::pair {TransitionField::Owner, std::string_view {"owner"}}, std::pair {TransitionField::Claim, std::string_view {"claim"}},
        std::pair {TransitionField::Consent, std::string_view {"consent"}}, std::pair {TransitionField::Assistant, std::string_view {"assistant"}},
        std::pair {TransitionField::Lead, std::string_view {"lead"}},
        std::pair {TransitionField::Escalation, std::string_view {"escalation"}}};
};

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
    std::string reason; ///< a key: an escalation reason, "taken_over", "handed_back", "resolved", "opted_out", …
    std::string detail; ///< words that belong to it, such as the phrase that fired; plain text
    Actor actor;
    DecisionId decision; ///< when the assistant's turn caused it
    OpId op;
    Timestamp at;
    std::int64_t version = 1;
};

} // namespace foredeck
