#pragma once

#include "models/core/text.h"

#include <QString>

#include <cstddef>
#include <string>

namespace foredeck {

inline constexpr std::size_t nameCharacters = 80;

/// What a row shows of words that somebody wrote: one line, so long at most.
inline QString rowLine(const std::string &text, std::size_t characters = nameCharacters) { return QString::fromStdString(singleLine(text, characters)); }

}
