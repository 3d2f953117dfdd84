#pragma once

#include "models/core/time.h"
#include "models/domain/decision.h"
#include "models/domain/lead.h"
#include "models/domain/message.h"
#include "server/services/language/rulebook.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace foredeck {

/// One row of the published table (docs/scoring.md; a test holds the two together).
struct ScoreRule {
    std::string_view key; ///< the factor's label
    int points = 0;
};
std::span<const ScoreRule> scoreRules();

struct ScoreInput {
    const Lead &lead;
    const std::vector<Message> &history; ///< of the conversation since it was resolved, by rising position
    LocalTime today; ///< at the business, for reading dates
    std::string_view region;
    std::span<const Decision> decisions {}; ///< of the conversation: how urgent each turn was found
    const Decision *planned = nullptr; ///< of the turn that is being thought out
};

struct Score {
    std::optional<int> points; ///< 0–100; nothing until a rule has fired
    std::vector<ScoreFactor> factors; ///< in the order of the table, each with the first message that fired it; then what a person added
    Temperature temperature = Temperature::Unscored;
};

/// Adds up the rules that the customer's messages fire, and what the assistant's decisions found urgent in them (the model hears
/// more than the tables), each once, those that messages beyond this history fired (the lead's
/// factors name them), and the factors of the lead that a person added. Pure.
Score scoreOf(const ScoreInput &input, const RuleBook &book);

} // namespace foredeck
