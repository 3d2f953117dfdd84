#pragma once

#include "server/services/assistant/questions.h"
#include "server/services/assistant/turn.h"

#include <string_view>

namespace foredeck {

/// Whether the customers of a trade stay in the house ("hotel", "marine"): rules "house.trades".
bool housesGuests(std::string_view industry, const RuleBook &book);

/// "The shower is broken", "bring us two towels", said to those whose house it is: work for a person, not a question, and
/// nothing to take a name and days for.
bool isForTheHouse(const Utterance &utterance, std::string_view industry, const RuleBook &book);

/// Whether who writes is there already: by the place they name ("in room 12", "the boat is on C14"), or because they told
/// of an emergency. Nobody asks them when they arrive.
bool isHere(const TurnInput &input, const RuleBook &book);

} // namespace foredeck
