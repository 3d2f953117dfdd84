#pragma once

#include "server/services/language/words.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foredeck {

/// What one or more words of a text mean, whatever their language: "water" for "wasser", "leaking", "水".
struct Meaning {
    std::size_t key = 0; ///< the place of its line in the table
    std::size_t first = 0; ///< the words [first, end)
    std::size_t end = 0;
};

/// The table lexicon/meanings.lex. Immutable after reading; safe from any thread.
class Meanings {
public:
    explicit Meanings(std::string_view table);
    /// The table that is built in.
    static const Meanings &builtin();

    /// Of the words [from, to), in their order; a word may mean several things.
    std::vector<Meaning> of(const std::vector<Word> &words, std::size_t from, std::size_t to) const;
    std::string_view name(std::size_t key) const noexcept { return m_names[key]; }
    std::size_t size() const noexcept { return m_names.size(); }

private:
    struct Part {
        std::string text;
        bool open = false; ///< any word that begins so
    };
    struct Entry {
        std::size_t key = 0;
        std::vector<Part> parts;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view> {}(text); }
    };
    using Entries = std::unordered_map<std::string, std::vector<Entry>, Hash, std::equal_to<>>; ///< by the first part's text

    void readPhrase(std::string_view phrase, std::size_t key);
    void collect(const Entries &entries, std::string_view word, const std::vector<Word> &words, std::size_t at, std::size_t to, std::vector<Meaning> &found) const;

    std::vector<std::string> m_names;
    Entries m_whole;
    Entries m_beginnings;
    std::size_t m_longestBeginning = 0; ///< bytes
};

} // namespace foredeck
