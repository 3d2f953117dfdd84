#pragma once

#include <string_view>
#include <vector>

namespace foredeck::tests {

/// In every language of the tables: who speaks of harming themselves in indirect words, or says it of somebody else.
const std::vector<std::string_view> &spokenHarm();
/// Words of ordinary talk near those: noise that one cannot take, a reminder that shall end.
const std::vector<std::string_view> &harmlessTalk();

/// Somebody who has fainted, was taken, screams next door or is locked in; cold without heating; a broken jaw.
const std::vector<std::string_view> &plightsInWords();
/// Words of ordinary talk near those.
const std::vector<std::string_view> &everydayWoes();

} // namespace foredeck::tests
