#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// One word of a text in its matching form, with the bytes it was taken from.
struct Word {
    std::string text; ///< plainForm of what stands there
    std::size_t begin = 0; ///< byte offsets into the text that was cut
    std::size_t end = 0;
    bool breakBefore = false; ///< a sentence or clause mark (. , ! ? ; : or a new line) stands between it and the word before
};

/// How much of a text is looked at: rules read the beginning of a message, not a book. In words.
inline constexpr std::size_t maxWords = 1500;

/// The form in which words are compared: NFKC with case folded, accents dropped, native digits as 0–9, the Arabic letter
/// forms that people type interchangeably unified. "Réservé" → "reserve", "أريد" → "اريد".
std::string plainForm(std::string_view text);

/// Cuts a text into words. Emoji, punctuation and invisible characters separate; an apostrophe joins ("don't" → "dont")
/// except after an elided article ("l'hôtel" → "l", "hotel"); ideographs, kana and Thai stand alone, one by one.
/// Never fails: what is not UTF-8 separates.
std::vector<Word> wordsOf(std::string_view text, std::size_t limit = maxWords);

/// The original text from one word to another, both included.
std::string_view spanOf(std::string_view text, const std::vector<Word> &words, std::size_t first, std::size_t last);

} // namespace foredeck
