#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What the assistant says of its own: sentences by key and language, in text files that are compiled in
/// (phrases/*.phrases: "[key]", then one wording a line). A language without a file is answered in English.
/// Constants of the program; safe from any thread.
namespace phrases {

using Values = std::map<std::string, std::string, std::less<>>;

/// The language the sentences will be in: the one asked for, or "en".
std::string_view spoken(std::string_view language) noexcept;
bool has(std::string_view key, std::string_view language) noexcept;
/// One wording of the key with {names} put in. Which one follows from `seed` (what was asked), so that the same input
/// gives the same words and different people read different ones. Values are plain text and are never read as wording.
std::string say(std::string_view key, std::string_view language, std::string_view seed, const Values &values);
/// The same, with values that are asked for by their names where the wording has them: for those that cost something.
std::string sayWith(std::string_view key, std::string_view language, std::string_view seed, const std::function<std::string(std::string_view)> &valueOf);
/// A list that stands on one line, parted by commas (day names).
std::vector<std::string> list(std::string_view key, std::string_view language);

} // namespace phrases

} // namespace foredeck
