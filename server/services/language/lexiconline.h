#pragma once

#include "models/core/text.h"

#include <string_view>
#include <vector>

namespace foredeck {

/// The parts of one line of a word table (`*.lex`), without the blanks around them. The views are into the line.
inline std::vector<std::string_view> partsOf(std::string_view line, char by)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto at = line.find(by);
        parts.push_back(trimmed(line.substr(0, at)));
        if (at == std::string_view::npos)
            return parts;
        line.remove_prefix(at + 1);
    }
}

} // namespace foredeck
