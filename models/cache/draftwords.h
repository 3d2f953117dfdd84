#pragma once

#include <string_view>

namespace foredeck {

/// Whether none of these words is lost when `text` stands in their place: it begins with them, or a line of it does.
bool goesOnFrom(std::string_view text, std::string_view words);

/// Whether this is what was sent, or whole words that it begins with.
bool wereSent(std::string_view words, std::string_view sent);

} // namespace foredeck
