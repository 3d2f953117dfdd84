#pragma once

#include "models/domain/client.h"
#include "models/domain/settings.h"
#include "server/services/language/rulebook.h"

#include <string>
#include <string_view>

namespace foredeck {

/// Who writes, and that it is no person, with the blank that parts it from what follows: the client's own greeting, with
/// the built-in words before it when it does not tell. `seed`: phrases::say.
std::string introduction(const Client &client, const ClientSettings &settings, std::string_view language, std::string_view seed, const RuleBook &book);
std::string builtinIntroduction(const Client &client, std::string_view language, std::string_view seed);

/// How to end messages, on a line of its own.
std::string optOutHint(std::string_view language, std::string_view seed);

/// A person's first words to somebody who has not written here: with the name of the business and how to end messages, each
/// where they do not say it themselves (routing-and-channels.md 3). SMS.
std::string firstWords(const Client &client, std::string_view language, const std::string &text);

/// The words that one missed call is answered with. The client's own tell who writes and how to end messages too.
std::string missedCallText(const Client &client, const ClientSettings &settings, const RuleBook &book);

/// What is left for the client's own text to a missed call beside that, in characters of an SMS.
inline constexpr std::size_t longestMissedCallText = 1200;

} // namespace foredeck
