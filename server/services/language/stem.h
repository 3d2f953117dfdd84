#pragma once

#include "server/services/language/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// The stem of a word in its plainForm, by the Snowball algorithms for en, es, de, fr, it, pt, nl, ar; other languages
/// keep the word. Safe from any thread (each has its own stemmers).
std::string stemOf(std::string_view plainWord, std::string_view language);

/// Function words that say nothing about what a text is about ("the", "wie", "para").
bool isStopWord(std::string_view plainWord, std::string_view language);

/// One thing a text is about: a stem, or a concept that several words and languages share ("=parking" for "park",
/// "Parkplatz", "estacionamiento"), with the words it stands on.
struct Term {
    std::string key;
    std::size_t firstWord = 0;
    std::size_t endWord = 0;
    bool minor = false; ///< a numeral, the name of a day or month, "when", "where": seldom what a text is about
};

/// The terms of a text in their order, without function words. Concepts of several words are found before single ones.
/// An empty language: no stemming, concepts of every language.
std::vector<Term> termsOf(const std::vector<Word> &words, std::string_view language);

/// The keys of a text's terms, sorted, each once: two questions with the same ask the same.
std::vector<std::string> termKeys(std::string_view text, std::string_view language);

/// The languages in which a word stands for a concept by itself: they may be what a short text is written in.
std::vector<std::string> conceptLanguages(std::string_view plainWord);

} // namespace foredeck
