#pragma once

#include "models/core/text.h"

#include <functional>
#include <map>
#include <string>
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

/// The tables of a word table with parts by language ("[de]" begins one), each line read by `readLine` into its language's.
template <class Table, class Read>
std::map<std::string, Table, std::less<>> tablesByLanguage(std::string_view lexicon, Read readLine)
{
    std::map<std::string, Table, std::less<>> tables;
    Table *table = nullptr;
    for (const auto line : partsOf(lexicon, '\n')) {
        if (line.empty() || line.front() == '#')
            continue;
        if (line.front() == '[')
            table = &tables[std::string {line.substr(1, 2)}];
        else if (table)
            readLine(line, *table);
    }
    return tables;
}

} // namespace foredeck
