#pragma once

#include "server/services/language/rulebook.h"

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// The hits of the client's own words of danger, in dangersOf.
inline constexpr std::string_view ownDanger = "client.emergency_words";

/// Where a row of words stands in a text.
std::vector<RuleHit> placesOf(const std::vector<std::string> &phrases, std::string_view rule, const std::vector<Word> &words);

/// The hits of "emergency" and of the client's own words (`own`, rows of words that stand together) that tell of a danger which
/// is there, in the order of the words. "How do I prevent a burst pipe?" tells of none: the clause begins with a calm opening
/// ([calm.clause]), what it asks about follows it, and nothing is told of the present ([calm.here]: "is", "my", "now"). A
/// second danger in that clause is heard: "do you fix burst pipes water everywhere". Whoever speaks of harming themselves is
/// heard in whatever sentence. `hits` are those of `words`. Linear in them. Pure.
std::vector<RuleHit> dangersOf(const std::vector<Word> &words, const std::vector<RuleHit> &hits, const std::vector<std::string> &own);

} // namespace foredeck
