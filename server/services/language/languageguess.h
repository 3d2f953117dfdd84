#pragma once

#include "server/services/language/words.h"

#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// What language a text is in: the script first, then votes of function words, then CLD2 for longer texts.
/// ISO 639-1. Nothing when it cannot be told ("ok", "👍", a number, a name): never a guess. `hint` breaks a tie only
/// between languages the text may be in. Pure; safe from any thread.
std::optional<std::string> languageOf(std::string_view text, std::string_view hint = {});

} // namespace foredeck
