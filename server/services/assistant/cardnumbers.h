#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// The text with the numbers of payment cards covered but for their last four digits; nothing when there is none. A card
/// number has the digits that its brand begins with and is long (ISO/IEC 7812), passes Luhn's check, and may stand in groups.
std::optional<std::string> withoutCardNumbers(std::string_view text);

} // namespace foredeck
