#include "models/domain/messagetemplate.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace foredeck {

namespace {

/// "{{3}}" at `at`: 3; 0: there is no gap.
int gapAt(std::string_view text, std::size_t at)
{
    const auto piece = text.substr(at, 5);
    const bool shaped = piece.size() == 5 && piece.starts_with("{{") && piece.ends_with("}}");
    return shaped && piece[2] >= '1' && piece[2] <= '9' ? piece[2] - '0' : 0;
}

} // namespace

int templateGaps(const std::string &text)
{
    std::set<int> gaps;
    for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 2)) {
        const int gap = gapAt(text, at);
        if (gap == 0)
            return -1;
        gaps.insert(gap);
    }
    const bool whole = gaps.empty() || *gaps.rbegin() == static_cast<int>(gaps.size());
    return whole ? static_cast<int>(gaps.size()) : -1;
}

std::string filledTemplate(const std::string &text, const std::vector<std::string> &values)
{
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        const int gap = gapAt(text, at);
        if (gap == 0) {
            filled += text[at++];
            continue;
        }
        if (static_cast<std::size_t>(gap) <= values.size())
            filled += values[static_cast<std::size_t>(gap) - 1];
        at += 5;
    }
    return filled;
}

bool isTemplateName(const std::string &name)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && name.size() <= 512 && std::all_of(name.begin(), name.end(), fits);
}

} // namespace foredeck
