#pragma once

#include "models/domain/deskentry.h"

#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// Who is being written down, as the journal and the act keep it: the body of POST leads, and the client beside it.
std::string deskEntryText(const DeskEntry &entry);
/// Nothing when it cannot be read.
std::optional<DeskEntry> deskEntryOf(std::string_view text);

} // namespace foredeck
