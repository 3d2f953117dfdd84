#include "server/services/language/meanings.h"

#include "lexicon.h"
#include "server/services/language/lexiconline.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace foredeck {

namespace {

bool comesFirst(const Meaning &a, const Meaning &b)
{
    return std::tie(a.first, a.key, a.end) < std::tie(b.first, b.key, b.end);
}
bool isSame(const Meaning &a, const Meaning &b) { return a.first == b.first && a.key == b.key && a.end == b.end; }

// Small words that are written together with the next one: "the", "and", "in" of Arabic and Hebrew, longest first.
constexpr std::array<std::string_view, 15> joined {"وال", "بال", "فال", "كال", "ال", "لل", "و", "ب", "ل", "ف", "ה", "ו", "ב", "ל", "ש"};
constexpr std::size_t fewestLeft = 4; // bytes: two letters

std::string_view withoutJoined(std::string_view word)
{
    const auto found = std::find_if(joined.begin(), joined.end(), [&](std::string_view j) { return word.starts_with(j) && word.size() >= j.size() + fewestLeft; });
    return found == joined.end() ? std::string_view {} : word.substr(found->size());
}

} // namespace

Meanings::Meanings(std::string_view table)
{
    for (const auto line : partsOf(table, '\n')) {
        if (line.empty() || line.front() == '#')
            continue;
        const auto sides = partsOf(line, '=');
        if (sides.size() != 2)
            continue;
        m_names.emplace_back(sides[0]);
        for (const auto phrase : partsOf(sides[1], ','))
            readPhrase(phrase, m_names.size() - 1);
    }
}

const Meanings &Meanings::builtin()
{
    static const Meanings table {lexicon::meanings};
    return table;
}

void Meanings::readPhrase(std::string_view phrase, std::size_t key)
{
    Entry entry {key, {}};
    for (auto &word : wordsOf(phrase)) {
        const bool open = word.end < phrase.size() && phrase[word.end] == '*';
        entry.parts.push_back({std::move(word.text), open});
    }
    if (entry.parts.empty())
        return;
    const auto &first = entry.parts.front();
    if (first.open)
        m_longestBeginning = std::max(m_longestBeginning, first.text.size());
    (first.open ? m_beginnings : m_whole)[first.text].push_back(std::move(entry));
}

std::vector<Meaning> Meanings::of(const std::vector<Word> &words, std::size_t from, std::size_t to) const
{
    std::vector<Meaning> found;
    to = std::min(to, words.size());
    for (auto at = from; at < to; ++at) {
        for (const auto word : {std::string_view {words[at].text}, withoutJoined(words[at].text)}) {
            if (!word.empty())
                collect(m_whole, word, words, at, to, found);
            for (std::size_t length = 1; length <= std::min(word.size(), m_longestBeginning); ++length)
                collect(m_beginnings, word.substr(0, length), words, at, to, found);
        }
    }
    std::sort(found.begin(), found.end(), comesFirst);
    found.erase(std::unique(found.begin(), found.end(), isSame), found.end());
    return found;
}

void Meanings::collect(const Entries &entries, std::string_view word, const std::vector<Word> &words, std::size_t at, std::size_t to, std::vector<Meaning> &found) const
{
    const auto list = entries.find(word);
    if (list == entries.end())
        return;
    for (const auto &entry : list->second) {
        const auto end = at + entry.parts.size();
        bool stands = end <= to;
        for (std::size_t i = 1; stands && i < entry.parts.size(); ++i) {
            const std::string_view there = words[at + i].text;
            stands = entry.parts[i].open ? there.starts_with(entry.parts[i].text) : there == entry.parts[i].text;
        }
        if (stands)
            found.push_back({entry.key, at, end});
    }
}

} // namespace foredeck
