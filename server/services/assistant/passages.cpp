#include "server/services/assistant/passages.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace foredeck {

namespace {

constexpr double askedShare = 0.62;
constexpr double titleShare = 0.28;
constexpr double rankShare = 0.10;
constexpr double inAnswerOnly = 0.5;
constexpr double rareInAnswer = 0.8;
constexpr int rareCount = 2;
constexpr std::size_t titleTermsThatCount = 3;
constexpr double fewDocuments = 3; ///< too few in a language to count by
constexpr double otherLanguage = 0.75;
constexpr double enoughEvidence = 0.7; ///< of the weight of a term that one document knows
constexpr double halfSaid = 0.65; ///< below this on both sides ("rent a car", "rent bicycles") two texts share a word, not a subject
constexpr double neitherSaid = 0.85;
constexpr double unknownWeight = 0.75;
constexpr double dayWeight = 0.25; ///< days and numbers: answers are seldom about one of them

constexpr std::size_t shortestMistyped = 5;

// One letter more, less, another, or two neighbours swapped.
bool isOneSlipAway(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    std::size_t i = 0;
    while (i < a.size() && a[i] == b[i])
        ++i;
    if (a.size() < b.size())
        return a.substr(i) == b.substr(i + 1);
    if (i == a.size() || a.substr(i + 1) == b.substr(i + 1))
        return true;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

std::vector<Term> distinct(std::vector<Term> terms)
{
    std::stable_sort(terms.begin(), terms.end(), [](const Term &a, const Term &b) { return a.key < b.key; });
    terms.erase(std::unique(terms.begin(), terms.end(), [](const Term &a, const Term &b) { return a.key == b.key; }), terms.end());
    return terms;
}

std::vector<std::string> keysOf(const std::vector<Term> &terms)
{
    std::vector<std::string> keys;
    for (const auto &term : terms)
        keys.push_back(term.key);
    return keys;
}

bool has(const std::vector<std::string> &sorted, const std::string &term)
{
    return std::binary_search(sorted.begin(), sorted.end(), term);
}

} // namespace

PassageIndex::PassageIndex(std::vector<Document> documents)
{
    for (auto &document : documents) {
        if (document.visibility.value() != Visibility::Public)
            continue;
        Passage passage;
        passage.titleTerms = distinct(termsOf(wordsOf(document.title), document.language));
        passage.title = keysOf(passage.titleTerms);
        passage.body = keysOf(distinct(termsOf(wordsOf(document.text), document.language)));
        std::set<std::string> all {passage.title.begin(), passage.title.end()};
        all.insert(passage.body.begin(), passage.body.end());
        for (const auto &language : {document.language, std::string {}}) {
            auto &counts = m_counts[language];
            counts.total += language.empty() && document.language.empty() ? 0.5 : 1; // without a language it is met twice
            for (const auto &term : all)
                ++counts.documents[term];
        }
        passage.document = std::move(document);
        m_passages.push_back(std::move(passage));
    }
}

const PassageIndex::Counts &PassageIndex::countsFor(std::string_view language) const
{
    static const Counts none;
    const auto own = m_counts.find(language);
    if (own != m_counts.end() && own->second.total >= fewDocuments)
        return own->second;
    // What is told in one language alone is counted in that which tells most: the same answer in four is still rare.
    const auto told = std::max_element(m_counts.begin(), m_counts.end(), [](const auto &a, const auto &b) { return (a.first.empty() ? 0 : a.second.total) < (b.first.empty() ? 0 : b.second.total); });
    if (told != m_counts.end() && !told->first.empty() && told->second.total >= fewDocuments)
        return told->second;
    const auto all = m_counts.find("");
    return all == m_counts.end() ? none : all->second;
}

std::string PassageIndex::nearestKnown(const std::string &term) const
{
    const auto all = m_counts.find("");
    if (all == m_counts.end() || term.size() < shortestMistyped || term.front() == '=' || all->second.documents.contains(term))
        return term;
    for (const auto &[known, count] : all->second.documents) {
        if (known.front() == term.front() && isOneSlipAway(term, known))
            return known;
    }
    return term;
}

double PassageIndex::weightOf(const Counts &counts, const Term &term)
{
    const auto known = counts.documents.find(term.key);
    const double count = known == counts.documents.end() ? 0 : known->second;
    // A word that no document knows counts for less than a rare one: names and small talk would drown the rest.
    const double rarity = std::log(1 + (counts.total + 1) / (std::max(count, 1.0) + 0.5)) * (count > 0 ? 1.0 : unknownWeight);
    return rarity * (term.minor ? dayWeight : 1.0);
}

// Titles that list many things ("birthday, anniversary or honeymoon") are not asked for in full: three terms count.
double PassageIndex::weightOfTitle(const Counts &counts, const Passage &passage)
{
    std::vector<double> weights;
    for (const auto &term : passage.titleTerms)
        weights.push_back(weightOf(counts, term));
    std::sort(weights.rbegin(), weights.rend());
    weights.resize(std::min(weights.size(), titleTermsThatCount));
    return std::accumulate(weights.begin(), weights.end(), 0.0);
}

ScoredPassage PassageIndex::scoreOf(const Counts &counts, const Passage &passage, const std::vector<Term> &asked, double askedWeight)
{
    double found = 0;
    double titleFound = 0;
    int agreeing = 0;
    int concepts = 0;
    for (const auto &term : asked) {
        const auto weight = weightOf(counts, term);
        if (has(passage.title, term.key)) {
            found += weight;
            titleFound += weight;
        } else if (has(passage.body, term.key)) {
            const auto count = counts.documents.find(term.key);
            found += weight * (count == counts.documents.end() || count->second <= rareCount ? rareInAnswer : inAnswerOnly);
        } else {
            continue;
        }
        agreeing += term.minor ? 0 : 1;
        concepts += !term.minor && term.key.front() == '=' ? 1 : 0;
    }
    if (found <= 0 || askedWeight <= 0)
        return {};
    const double titleWeight = weightOfTitle(counts, passage);
    const double title = titleWeight > 0 ? std::min(1.0, titleFound / titleWeight) : 0;
    const double asks = found / askedWeight;
    const double score = (askedShare * asks + titleShare * title) * (asks < halfSaid && title < halfSaid ? neitherSaid : 1.0);
    // One word that half of the documents know is weak evidence, however much of the question it is.
    const double enough = 2 * enoughEvidence * std::log(1 + (counts.total + 1) / 1.5);
    return {&passage.document, score * std::min(1.0, (found + std::max(titleFound, found * rareInAnswer)) / enough), agreeing, agreeing > 0 && concepts == agreeing};
}

std::vector<ScoredPassage> PassageIndex::rank(std::string_view question, std::string_view language, const std::map<DocumentId, double> &bm25, std::size_t limit) const
{
    auto asked = termsOf(wordsOf(question, 200), language);
    for (auto &term : asked)
        term.key = nearestKnown(term.key);
    asked = distinct(std::move(asked));
    const auto &counts = countsFor(language);
    double askedWeight = 0;
    for (const auto &term : asked)
        askedWeight += weightOf(counts, term);
    double best = 0;
    for (const auto &[id, value] : bm25)
        best = std::min(best, value);

    std::vector<ScoredPassage> ranked;
    for (const auto &passage : m_passages) {
        auto scored = scoreOf(counts, passage, asked, askedWeight);
        auto &score = scored.score;
        if (score <= 0)
            continue;
        if (const auto known = bm25.find(passage.document.id); known != bm25.end() && best < 0)
            score += rankShare * std::clamp(known->second / best, 0.0, 1.0);
        else if (bm25.empty())
            score += rankShare * score; // not known: no judgement either way
        if (!language.empty() && !passage.document.language.empty() && passage.document.language != language)
            score *= otherLanguage;
        score = std::clamp(score, 0.0, 1.0);
        ranked.push_back(scored);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const ScoredPassage &a, const ScoredPassage &b) { return a.score > b.score; });
    if (ranked.size() > limit)
        ranked.resize(limit);
    return ranked;
}

std::vector<std::string> searchWordsOf(std::string_view question, std::string_view language)
{
    std::set<std::string> words;
    for (const auto &word : wordsOf(question, 200)) {
        if (isStopWord(word.text, language))
            continue;
        const auto stem = stemOf(word.text, language);
        words.insert(stem.size() >= 3 && word.text.starts_with(stem) ? stem : word.text);
    }
    return {words.begin(), words.end()};
}

} // namespace foredeck
