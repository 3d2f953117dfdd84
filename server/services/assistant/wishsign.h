#pragma once

#include "server/services/assistant/facts.h"
#include "server/services/assistant/questions.h"

#include <string_view>

namespace foredeck {

/// Whether a sentence that asks for nothing shows a wish all the same: "Toothache since yesterday", said to a dentist, or
/// "12 to 14 December, two people". Of those who stay in the house, a word of the trade alone is none: "smoke in the room".
bool showsWish(const Utterance &utterance, std::string_view industry, const FactsContext &context, const RuleBook &book);

/// "Help me", "we need help", and nothing that it would be for.
bool callsForHelp(const Utterance &utterance, std::string_view industry, const RuleBook &book);

} // namespace foredeck
