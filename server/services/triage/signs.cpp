#include "server/services/triage/signs.h"

#include "signmodelfile.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t wholeWords = 30; // up to this many a text is read as a whole
constexpr std::size_t partWords = 20;
constexpr std::size_t shortestPart = 7;
constexpr std::size_t closelyRead = 300; // beyond so many words a part begins at every tenth word at most
constexpr std::size_t mostBeside = 8; // words told on each side of those that weighed most

std::size_t nextStart(const std::vector<Word> &words, std::size_t from)
{
    auto at = from + (from < closelyRead ? 1 : partWords / 2);
    while (at < words.size() && at < from + partWords / 2 && !words[at].breakBefore)
        ++at;
    return at;
}

// As many whole clauses as fit.
std::size_t partEnd(const std::vector<Word> &words, std::size_t from)
{
    const auto most = std::min(words.size(), from + partWords);
    for (auto end = most; end > from + shortestPart; --end) {
        if (end == words.size() || words[end].breakBefore)
            return end;
    }
    return most;
}

} // namespace

void Signs::read(const LinearModel &model, const std::vector<Word> &words, std::size_t from, std::size_t to)
{
    m_isRead = true;
    const auto part = model.read(meaningFeatures(words, from, to));
    for (std::size_t sign = 0; sign < m_readings.size() && sign < part.size(); ++sign) {
        m_readings[sign].threshold = model.threshold(sign);
        if (part[sign].logOdds > m_readings[sign].said.logOdds)
            m_readings[sign].said = part[sign];
    }
}

const LinearModel &signModel()
{
    static const LinearModel model = LinearModel::over(signModelFile()).value(); // a constant: a test proves that it can be read
    return model;
}

std::vector<WordSpan> partsOf(const std::vector<Word> &words)
{
    std::vector<WordSpan> parts;
    if (!words.empty() && words.size() <= wholeWords)
        parts.emplace_back(0, words.size());
    if (words.size() > partWords) {
        for (std::size_t from = 0; from < words.size(); from = nextStart(words, from))
            parts.emplace_back(from, partEnd(words, from));
    }
    return parts;
}

WordSpan clauseOf(const std::vector<Word> &words, std::size_t first, std::size_t end)
{
    const auto earliest = first - std::min(first, mostBeside);
    const auto latest = std::min(words.size(), end + mostBeside);
    while (first > earliest && !words[first].breakBefore)
        --first;
    while (end < latest && !words[end].breakBefore)
        ++end;
    return {first, end};
}

Signs signsOf(const std::vector<Word> &words, const LinearModel &model)
{
    Signs signs;
    for (const auto &[from, to] : partsOf(words))
        signs.read(model, words, from, to);
    return signs;
}

} // namespace foredeck
