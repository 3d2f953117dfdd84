#pragma once

#include "server/services/language/meanings.h"
#include "server/services/language/words.h"

#include <cstdint>
#include <vector>

namespace foredeck {

/// One thing that a text has: a word, two or three words in a row, letters of a word, what words mean. Features are hashed
/// (K. Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009), so that no dictionary is needed.
struct TextFeature {
    std::uint32_t hash = 0;
    std::uint16_t first = 0; ///< the words [first, end) it stands on
    std::uint16_t end = 0;
    std::int16_t weight = 1; ///< how many times it counts
};

/// What meaning is learned from, of the words [from, to): words in their plainForm, alone and in rows of two and three with the
/// ends of the text as words; letters in rows of three to five, for endings, compounds and slips of the finger; what the words
/// mean, alone, two near one another in their order, and any two. Pure.
std::vector<TextFeature> meaningFeatures(const std::vector<Word> &words, std::size_t from, std::size_t to, const Meanings &meanings = Meanings::builtin());

/// What a language is known by: words, and letters in rows of one to four. Pure.
std::vector<TextFeature> spellingFeatures(const std::vector<Word> &words);

} // namespace foredeck
