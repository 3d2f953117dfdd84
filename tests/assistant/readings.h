#pragma once

#include "server/services/triage/triage.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace foredeck::tests {

// What triage reads in a text, with the rules that the programs have, and how a test's failure tells it.

inline Triage triage(std::string_view text, const TriageOptions &options = {}) { return triageOf(text, options, RuleBook::builtin()); }

inline std::string_view reasonOf(const Triage &triage) { return triage.escalate ? nameOf(*triage.escalate) : std::string_view {}; }

inline bool hasFired(const Triage &triage, std::string_view rule)
{
    return std::any_of(triage.rules.begin(), triage.rules.end(), [&](const RuleTrace &r) { return r.fired && r.rule == rule; });
}

inline std::string firedIn(const Triage &triage)
{
    std::string text = "[" + triage.language + "]";
    for (const auto &rule : triage.rules)
        text += rule.fired ? " " + rule.rule + " «" + rule.words + "»" : std::string {};
    return text;
}

} // namespace foredeck::tests
