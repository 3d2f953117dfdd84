#include "server/services/assistant/passages.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace foredeck {

namespace {

constexpr double askedShare = 0.62;
constexpr double titleShare = 0.28;
constexpr double rankShare = 0.10;
constexpr double inAnswerOnly = 0.5;
constexpr double otherLanguage = 0.97;

std::vector<std::string> distinctTerms(std::string_view text, std::string_view language)
{
    std::set<std::string> keys;
    for (auto &term : termsOf(wordsOf(text), language))
        keys.insert(std::move(term.key));
    return {keys.begin(), keys.end()};
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
        passage.title = distinctTerms(document.title, document.language);
        passage.body = distinctTerms(document.text, document.language);
        std::set<std::string> all {passage.title.begin(), passage.title.end()};
        all.insert(passage.body.begin(), passage.body.end());
        for (const auto &term : all)
            ++m_documentCount[term];
        passage.document = std::move(document);
        m_passages.push_back(std::move(passage));
    }
    for (auto &passage : m_passages) {
        for (const auto &term : passage.title)
            passage.titleWeight += weightOf(term);
    }
}

double PassageIndex::weightOf(const std::string &term) const
{
    const auto known = m_documentCount.find(term);
    const double count = known == m_documentCount.end() ? 0 : known->second;
    const auto total = static_cast<double>(m_passages.size());
    // A word that no document knows is as telling as a rare one, not more: names and small talk would drown the rest.
    return std::log(1 + (total + 1) / (std::max(count, 1.0) + 0.5));
}

double PassageIndex::scoreOf(const Passage &passage, const std::vector<Term> &asked, double askedWeight) const
{
    double found = 0;
    double titleFound = 0;
    int agreeing = 0;
    for (const auto &term : asked) {
        const auto weight = weightOf(term.key);
        if (has(passage.title, term.key)) {
            found += weight;
            titleFound += weight;
            ++agreeing;
        } else if (has(passage.body, term.key)) {
            found += weight * inAnswerOnly;
            ++agreeing;
        }
    }
    if (agreeing == 0 || askedWeight <= 0)
        return 0;
    const double title = passage.titleWeight > 0 ? titleFound / passage.titleWeight : 0;
    const double score = askedShare * found / askedWeight + titleShare * title;
    return agreeing == 1 && asked.size() > 2 && titleFound == 0 ? score * 0.7 : score;
}

std::vector<ScoredPassage> PassageIndex::rank(std::string_view question, std::string_view language, const std::map<DocumentId, double> &bm25, std::size_t limit) const
{
    auto asked = termsOf(wordsOf(question, 200), language);
    std::sort(asked.begin(), asked.end(), [](const Term &a, const Term &b) { return a.key < b.key; });
    asked.erase(std::unique(asked.begin(), asked.end(), [](const Term &a, const Term &b) { return a.key == b.key; }), asked.end());
    double askedWeight = 0;
    for (const auto &term : asked)
        askedWeight += weightOf(term.key);
    double best = 0;
    for (const auto &[id, value] : bm25)
        best = std::min(best, value);

    std::vector<ScoredPassage> ranked;
    for (const auto &passage : m_passages) {
        double score = scoreOf(passage, asked, askedWeight);
        if (score <= 0)
            continue;
        if (const auto known = bm25.find(passage.document.id); known != bm25.end() && best < 0)
            score += rankShare * std::clamp(known->second / best, 0.0, 1.0);
        else if (bm25.empty())
            score += rankShare * score; // not known: no judgement either way
        if (!language.empty() && !passage.document.language.empty() && passage.document.language != language)
            score *= otherLanguage;
        ranked.push_back({&passage.document, std::clamp(score, 0.0, 1.0)});
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
