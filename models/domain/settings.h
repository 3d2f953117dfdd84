#pragma once

#include "models/core/id.h"
#include "models/core/open.h"
#include "models/domain/alerts.h"
#include "models/domain/messagetemplate.h"
#include "models/domain/sla.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace foredeck {

enum class IntakeKind { Unknown, Text, Choice, YesNo, Date };
template <>
struct EnumNames<IntakeKind> {
    static constexpr std::array names {std::pair {IntakeKind::Text, std::string_view {"text"}}, std::pair {IntakeKind::Choice, std::string_view {"choice"}},
        std::pair {IntakeKind::YesNo, std::string_view {"yes_no"}}, std::pair {IntakeKind::Date, std::string_view {"date"}}};
};

/// What the assistant asks a new person. `fills` names the field of the qualification, "name", or
/// "contact": a telephone or an e-mail.
struct IntakeQuestion {
    std::string key;
    std::map<std::string, std::string> wording; ///< by language; the client's own language must be there
    Open<IntakeKind> kind {IntakeKind::Text};
    std::vector<std::string> choices;
    std::string fills;
    bool required = true;
    friend bool operator==(const IntakeQuestion &, const IntakeQuestion &) = default;
};

/// How one client's assistant behaves. Edited by people only, so it takes If-Match.
struct ClientSettings {
    ClientId client;
    std::vector<IntakeQuestion> intake;
    std::map<std::string, std::string> greeting; ///< by language; empty: the assistant's own
    std::vector<std::string> handOverWords; ///< the client's own, beside the built-in triggers
    std::vector<std::string> emergencyWords;
    std::int64_t turnDelayMs = 1500; ///< how long the assistant waits for more messages of the same turn
    double answerFloor = 0.45; ///< below this score a passage is no answer and the assistant hands over
    std::int64_t longConversation = 20; ///< assistant turns after which a person takes over; 0: never
    std::int64_t escalationDueMinutes = 15; ///< when a hand-over should be taken up; emergencies a third of it
    std::int64_t quietMinutes = 10; ///< without a word from the customer, after which a person gets a wish that was being taken down
    bool optOutEverywhere = true; ///< who ends the messages on one channel ends them on all that reach the same number; else on that one only
    SlaTargets sla;
    AlertSettings alerts;
    std::string missedCallText; ///< the one text back; empty: the built-in wording
    std::string contact; ///< told in the first message and on HELP, such as the desk's phone
    std::vector<MessageTemplate> templates; ///< of WhatsApp, by which a person may write first
    std::int64_t version = 1;
};

} // namespace foredeck
