#pragma once

#include "models/domain/decision.h"
#include "models/domain/escalation.h"
#include "server/services/language/rulebook.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

struct TriageOptions {
    std::string languageHint; ///< of the conversation or the client: breaks ties only
    std::vector<std::string> handOverWords; ///< the client's own, beside the tables
    std::vector<std::string> emergencyWords;
    bool practice = false; ///< of doctors: whoever needs one there is with them already
    bool wholeMessage = true; ///< a part of one is read by the rules alone: the model has learned from whole messages
};

/// What a text asks of a front desk before anything is answered. `rules` lists what was looked at and what fired, with
/// the words: the explanation that people see.
struct Triage {
    std::string language; ///< ISO 639-1; empty: cannot be told
    Urgency urgency = Urgency::Normal;
    std::optional<EscalationReason> escalate; ///< a person should take over now
    bool asksForBot = false; ///< "are you a robot?": answered honestly, no hand-over
    std::string mood; ///< "upset", "worried", "pleased"; empty when nothing supports one
    std::vector<RuleTrace> rules;
};

/// Reasons in the order of precedence: emergency, legal, payment dispute, sensitive, human requested, complaint, the
/// client's own words. Deterministic tables with guards ("fire pit", "no emergency"), in the text's language, English and
/// the hint; every language when none can be told. What no table foresaw is heard by a model (signs.h). Pure.
Triage triageOf(std::string_view text, const TriageOptions &options, const RuleBook &book);

/// The tables to read a text by.
Languages tablesFor(std::string_view language, std::string_view hint);

} // namespace foredeck
