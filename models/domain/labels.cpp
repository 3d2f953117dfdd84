#include "models/domain/labels.h"

#include "models/core/text.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t all = 1000; ///< characters: what is refused for its length is not cut before

} // namespace

std::string labelOf(std::string_view typed) { return singleLine(trimmed(typed), all); }

std::string labelKey(std::string_view label) { return asciiLower(label); }

bool sameLabel(std::string_view a, std::string_view b) { return labelKey(a) == labelKey(b); }

std::vector<std::string> relabelled(std::vector<std::string> labels, const std::vector<std::string> &add, const std::vector<std::string> &remove)
{
    const auto holds = [](const std::vector<std::string> &list, const std::string &label) {
        return std::any_of(list.begin(), list.end(), [&](const std::string &one) { return sameLabel(one, label); });
    };
    std::erase_if(labels, [&](const std::string &label) { return holds(remove, label); });
    for (const std::string &label : add) {
        if (!label.empty() && !holds(labels, label))
            labels.push_back(label);
    }
    return labels;
}

} // namespace foredeck
