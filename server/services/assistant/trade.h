#pragma once

#include "server/services/assistant/questions.h"

#include <string_view>

namespace foredeck {

/// "Find me a bus", asked of a dentist: words of other trades and none of this one's (rules "trade.<industry>"). Decided
/// only for industries that the rules know; "home_services" is of the trade "home".
bool isOtherTrade(const Utterance &utterance, std::string_view industry, const RuleBook &book);

/// "Toothache", "it hurts" (rules "own.<industry>"), said to a dentist. Of an industry that the rules do not know, any trade's words may be its own.
bool namesOwnTrade(const Utterance &utterance, std::string_view industry, const RuleBook &book);

/// "Is there a dentist for me?", asked of a dentist: it names what the business itself is (rules "self.<industry>") and nothing else.
bool namesOnlyTheBusiness(const Utterance &utterance, std::string_view industry, std::string_view language, const RuleBook &book);

/// False for "find me a dentist", said to a dentist: nothing that an answer could be found by.
bool saysMoreThanTrade(const Utterance &utterance, std::string_view industry, std::string_view language);

} // namespace foredeck
