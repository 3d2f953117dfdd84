#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

enum class EscalationReason {
    Unknown, HumanRequested, Complaint, Emergency, Legal, PaymentDispute, LowConfidence, NotInKnowledge, Sensitive, SlaBreach,
    Rule, AiFailure, LongConversation,
};
template <>
struct EnumNames<EscalationReason> {
    using R = EscalationReason;
    using S = std::string_view;
    static constexpr std::array names {std::pair {R::HumanRequested, S {"human_requested"}}, std::pair {R::Complaint, S {"complaint"}},
        std::pair {R::Emergency, S {"emergency"}}, std::pair {R::Legal, S {"legal"}}, std::pair {R::PaymentDispute, S {"payment_dispute"}},
        std::pair {R::LowConfidence, S {"low_confidence"}}, std::pair {R::NotInKnowledge, S {"not_in_knowledge"}},
        std::pair {R::Sensitive, S {"sensitive"}}, std::pair {R::SlaBreach, S {"sla_breach"}}, std::pair {R::Rule, S {"rule"}},
        std::pair {R::AiFailure, S {"ai_failure"}}, std::pair {R::LongConversation, S {"long_conversation"}}};
};

enum class EscalationStatus { Unknown, Pending, Claimed, Resolved, Expired };
template <>
struct EnumNames<EscalationStatus> {
    static constexpr std::array names {std::pair {EscalationStatus::Pending, std::string_view {"pending"}},
        std::pair {EscalationStatus::Claimed, std::string_view {"claimed"}}, std::pair {EscalationStatus::Resolved, std::string_view {"resolved"}},
        std::pair {EscalationStatus::Expired, std::string_view {"expired"}}};
};

/// Only what records support; an empty field is shown as "–".
struct EscalationBrief {
    std::string why;
    std::string wants;
    std::vector<std::string> tried;
    std::vector<std::string> mood;
    std::vector<std::string> actions;
    friend bool operator==(const EscalationBrief &, const EscalationBrief &) = default;
};

struct Escalation {
    EscalationId id;
    ClientId client;
    ConversationId conversation;
    LeadId lead;
    Open<EscalationReason> reason;
    int priority = 2; ///< 1 highest … 3
    Open<EscalationStatus> status {EscalationStatus::Pending};
    std::optional<Timestamp> due;
    EscalationBrief brief;
    Actor createdBy;
    Actor claimedBy; ///< kind System while nobody has
    std::string note; ///< of the resolution
    DecisionId decision;
    Timestamp createdAt;
    std::optional<Timestamp> resolvedAt;
    std::int64_t version = 1;
};

} // namespace foredeck
