#pragma once

#include "models/core/id.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// A colleague whom a note names. The text shows "@" and the name as it was when they were chosen; who is meant is the id
/// alone, so that neither a name typed by hand nor one that is changed later is ever another person.
struct Mention {
    UserId user;
    std::string name; ///< as it stands in the text, without the sign
    friend bool operator==(const Mention &, const Mention &) = default;
};
inline constexpr std::size_t mostMentions = 20; ///< of one note
inline constexpr std::size_t mostMentionBytes = 200; ///< of one name

/// Where a mention stands in a text, in bytes, its sign included.
struct MentionSpot {
    std::size_t from = 0;
    std::size_t size = 0;
    std::size_t mention = 0; ///< which of them
    friend bool operator==(const MentionSpot &, const MentionSpot &) = default;
};

/// What of a text is a mention: a sign that begins a word, and behind it the whole name of one of them, of several the longest.
/// Of two who bear the same name the first stands first. Pure.
std::vector<MentionSpot> mentionSpots(std::string_view text, const std::vector<Mention> &mentions);
/// Those that stand in the text, each person once.
std::vector<Mention> mentionsIn(std::string_view text, const std::vector<Mention> &mentions);

/// A line for each, so that two such texts, one below the other, are all of both; and back. What is no such line is left out.
std::string mentionLines(const std::vector<Mention> &mentions);
std::vector<Mention> mentionsOfLines(std::string_view lines);

} // namespace foredeck
