#pragma once

#include "models/core/open.h"

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

} // namespace foredeck
