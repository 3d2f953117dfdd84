#include "server/services/language/textfeatures.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace foredeck {

namespace {

// FNV-1a. The kind keeps a word apart from the same letters inside another one.
class Hash {
public:
    explicit Hash(char kind) { add(kind); }
    void add(char c) noexcept { m_value = (m_value ^ static_cast<unsigned char>(c)) * 16777619u; }
    void add(std::string_view text) noexcept
    {
        for (const char c : text)
            add(c);
        add('\x1f');
    }
    std::uint32_t value() const noexcept { return m_value ^ (m_value >> 15); } // its low bits are the weaker ones

private:
    std::uint32_t m_value = 2166136261u;
};

constexpr std::string_view edge = "\x02";
constexpr std::size_t longestWord = 40; // bytes: what is longer is a link or noise
constexpr std::size_t nearWords = 4;
constexpr std::size_t mostTogether = 24; // meanings: of a long text any two say nothing
constexpr std::int16_t meaningWeight = 3;

bool beginsLetter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

class Collector {
public:
    Collector(const std::vector<Word> &words, std::size_t from, std::size_t to) : m_words(words), m_from(from), m_to(to) { }

    void rows()
    {
        for (std::size_t at = m_from; at < m_to; ++at) {
            row('1', at, at + 1, false);
            row('2', at, at + 2, at == m_from);
            if (at + 2 < m_to)
                row('3', at, at + 3, false);
            if (at + 2 < m_to)
                apart(at);
        }
    }
    void words()
    {
        for (std::size_t at = m_from; at < m_to; ++at)
            row('1', at, at + 1, false);
    }
    void letters(std::size_t shortest, std::size_t longest)
    {
        for (std::size_t at = m_from; at < m_to; ++at)
            lettersOf(m_words[at].text, at, shortest, longest);
    }
    // Each counts once, however often it is said. Their words are few and say much: they weigh more than a row of letters.
    void meanings(const Meanings &table)
    {
        const auto found = table.of(m_words, m_from, m_to);
        std::set<std::size_t> keys;
        std::set<std::pair<std::size_t, std::size_t>> near;
        for (const auto &a : found) {
            if (keys.insert(a.key).second)
                meaning('k', table, a, a);
            for (const auto &b : found) {
                if (b.first >= a.end && b.first - a.end < nearWords && a.key != b.key && near.emplace(a.key, b.key).second)
                    meaning('p', table, a, b);
            }
        }
        std::vector<Meaning> once;
        for (const auto key : keys)
            once.push_back(*std::find_if(found.begin(), found.end(), [&](const Meaning &m) { return m.key == key; }));
        for (std::size_t i = 0; i < once.size() && once.size() <= mostTogether; ++i) {
            for (auto j = i + 1; j < once.size(); ++j)
                meaning('u', table, once[i], once[j]);
        }
    }
    std::vector<TextFeature> take() { return std::move(m_features); }

private:
    std::string_view wordAt(std::size_t at) const { return at < m_to ? std::string_view {m_words[at].text} : edge; }
    void put(const Hash &hash, std::size_t first, std::size_t end)
    {
        m_features.push_back({hash.value(), static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(std::min(end, m_to)), 1});
    }
    void meaning(char kind, const Meanings &table, const Meaning &a, const Meaning &b)
    {
        Hash hash {kind};
        hash.add(table.name(a.key));
        hash.add(table.name(b.key));
        put(hash, std::min(a.first, b.first), std::max(a.end, b.end));
        m_features.back().weight = meaningWeight;
    }
    void row(char kind, std::size_t at, std::size_t end, bool first)
    {
        Hash hash {kind};
        for (auto i = at; i < end; ++i)
            hash.add(wordAt(i));
        put(hash, at, end);
        if (!first)
            return;
        Hash opening {kind};
        opening.add(edge);
        opening.add(wordAt(at));
        put(opening, at, at + 1);
    }
    // "stop … messages": with any one word in between.
    void apart(std::size_t at)
    {
        Hash hash {'s'};
        hash.add(wordAt(at));
        hash.add(wordAt(at + 2));
        put(hash, at, at + 3);
    }
    void lettersOf(std::string_view word, std::size_t at, std::size_t shortest, std::size_t longest)
    {
        if (word.size() > longestWord)
            return;
        const std::string fenced = "^" + std::string {word} + "$";
        std::vector<std::size_t> starts;
        for (std::size_t i = 0; i < fenced.size(); ++i) {
            if (beginsLetter(fenced[i]))
                starts.push_back(i);
        }
        starts.push_back(fenced.size());
        for (auto length = shortest; length <= longest; ++length) {
            for (std::size_t i = 0; i + length < starts.size(); ++i) {
                Hash hash {'c'};
                hash.add(std::string_view {fenced}.substr(starts[i], starts[i + length] - starts[i]));
                put(hash, at, at + 1);
            }
        }
    }

    const std::vector<Word> &m_words;
    std::size_t m_from;
    std::size_t m_to;
    std::vector<TextFeature> m_features;
};

} // namespace

std::vector<TextFeature> meaningFeatures(const std::vector<Word> &words, std::size_t from, std::size_t to, const Meanings &table)
{
    Collector collector {words, from, std::min(to, words.size())};
    collector.rows();
    collector.letters(3, 5);
    collector.meanings(table);
    return collector.take();
}

std::vector<TextFeature> spellingFeatures(const std::vector<Word> &words)
{
    Collector collector {words, 0, words.size()};
    collector.words();
    collector.letters(1, 4);
    return collector.take();
}

} // namespace foredeck
