#pragma once

#include "server/services/language/words.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What words around days mean (lexicon/spans.lex).
enum class SpanWord { Range, Between, OnDay, Before, After, From, Unit, One, Weekend, AfterTomorrow, Past, WithNumber, Counted, OfDay, DayAfter, DayBefore, Scale, Measure };

/// The end of the longest phrase of this kind that begins at a word, in the language or in English; `at`: none does.
std::size_t spanWordEnd(const std::vector<Word> &words, std::size_t at, std::string_view language, SpanWord kind);
/// The beginning of the longest phrase of this kind that ends before a word; `at`: none does.
std::size_t spanWordBegin(const std::vector<Word> &words, std::size_t at, std::string_view language, SpanWord kind);
/// All phrases of this kind in a language, parted by blanks.
std::string spanWords(std::string_view language, SpanWord kind);
/// "between … and": whether the word at `at` joins two days that a word before `first` said would be joined.
bool joinsBetween(const std::vector<Word> &words, std::size_t first, std::size_t at, std::string_view language);

struct WordSpan {
    std::size_t first = 0;
    std::size_t end = 0;
};
/// A day's words with what belongs to them: "next", "for two nights" behind it, "3 nights from" before it. Pure.
WordSpan withWordsAround(WordSpan day, const std::vector<Word> &words, std::string_view language);

} // namespace foredeck
