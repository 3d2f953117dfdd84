#pragma once

#include "models/core/result.h"
#include "server/services/language/words.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// A small language for rules over words, so that they stand in text files that people can read and add to:
///
///     stop (texting|sending me) ?please    words, alternatives, an optional word or group
///     burst* pipe                          a word by its beginning
///     fire ~3 kitchen                      up to three words in between, inside one clause
///     heating ~~7 baby                     up to seven words in between, whatever stands between them
///     _                                    any one word
///     ^stop$                               the first and the last word of the text
///
/// Words are compared in their plainForm, so accents, case and apostrophes need no care on either side.
/// Immutable after parsing; safe from any thread. Matching never looks further than 1000 steps per start.
class Pattern {
public:
    /// Error: an unclosed group, an empty alternative, a gap without a number.
    static Result<Pattern> parse(std::string_view source);

    /// The words [first, end) that it takes when it begins at `first`; the longest of its alternatives in their order.
    std::optional<std::size_t> matchAt(const std::vector<Word> &words, std::size_t first) const;

    /// The words with which a match can begin; empty when any word can.
    const std::vector<std::string> &firstWords() const noexcept { return m_firstWords; }

private:
    enum class Code : std::uint8_t { Word, Prefix, Any, GapWord, Start, End, Split, Jump, Done };
    /// Small, because a book of rules has tens of thousands of them.
    struct Step {
        std::uint16_t a = 0; ///< Split: tried first; Jump: target; Word and Prefix: where its text begins in m_text
        std::uint16_t b = 0; ///< Split: tried second; Word and Prefix: how long its text is
        Code code = Code::Done;
    };
    friend class PatternParser;

    bool run(const std::vector<Word> &words, std::size_t step, std::size_t at, std::size_t &end, int &budget) const;
    std::string_view textOf(const Step &step) const { return std::string_view {m_text}.substr(step.a, step.b); }
    void collectFirstWords();

    std::vector<Step> m_steps;
    std::string m_text; ///< of all words, one after another
    std::vector<std::string> m_firstWords;
};

} // namespace foredeck
