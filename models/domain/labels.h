#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// Words that a client's people put on a conversation to find it by: "vip", "van too high". They are added and taken off
/// one by one (contract 1), so that two people who label at once both have their way.
inline constexpr std::size_t mostLabels = 20; ///< of one conversation
inline constexpr std::size_t mostLabelBytes = 60;

/// As it is kept: one line, no blanks around it; empty: it is none. What is longer stays so, for whoever refuses it.
std::string labelOf(std::string_view typed);
/// What a label is told apart by: its letters, whatever their case (ASCII).
std::string labelKey(std::string_view label);
/// Whether two are the same.
bool sameLabel(std::string_view a, std::string_view b);
/// What stands there after some are taken off and some are added behind the others; one that is there already stays as it is.
std::vector<std::string> relabelled(std::vector<std::string> labels, const std::vector<std::string> &add, const std::vector<std::string> &remove);

} // namespace foredeck
