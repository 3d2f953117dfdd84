#include "server/services/assistant/carefit.h"

#include "server/services/assistant/datespans.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <set>
#include <string>

namespace foredeck {

namespace {

using Keys = std::set<std::string, std::less<>>;

constexpr std::string_view over = "care.over";
constexpr std::string_view what = "care.what";

// Treatments, by their concepts.
bool isTreatment(std::string_view key)
{
    static const Keys treatments {"=extraction", "=filling", "=implant", "=crown", "=rootcanal", "=whitening", "=cleaning", "=braces", "=vaccine"};
    return treatments.contains(key);
}

// What one does after a treatment, which is a question for advice only there; the rest ails somebody wherever it is said.
bool isDoing(std::string_view rule)
{
    static const Keys doings {"care.what.eat", "care.what.alcohol", "care.what.coffee", "care.what.drink", "care.what.smoke", "care.what.sport", "care.what.swim", "care.what.fly",
        "care.what.work", "care.what.clean", "care.what.kiss", "care.what.sleep", "care.what.sun"};
    return doings.contains(rule);
}

bool has(const std::vector<RuleHit> &hits, std::string_view rule)
{
    return std::any_of(hits.begin(), hits.end(), [&](const RuleHit &h) { return h.rule == rule; });
}

Keys keysIn(const Document &document)
{
    Keys keys;
    for (auto &term : termsOf(wordsOf(document.title + "\n" + document.text), document.language))
        keys.insert(std::move(term.key));
    return keys;
}

// "Since I fell", "from my retainer": none of what stands behind it, up to the end of the clause, is told.
bool isBroughtOnByAnother(const Utterance &utterance, const std::vector<RuleHit> &asked, const std::vector<Term> &terms, const Keys &told, std::string_view language)
{
    const auto &words = utterance.words;
    return std::any_of(asked.begin(), asked.end(), [&](const RuleHit &hit) {
        if (hit.rule != "care.since")
            return false;
        auto end = hit.end;
        while (end < words.size() && !words[end].breakBefore)
            ++end;
        bool named = false;
        for (const auto &term : terms) {
            if (term.minor || term.firstWord < hit.first || term.firstWord >= end || spanWordEnd(words, term.firstWord, language, SpanWord::Unit) > term.firstWord)
                continue;
            if (told.contains(term.key))
                return false;
            named = true;
        }
        return named;
    });
}

} // namespace

bool treatsPeople(std::string_view industry, const RuleBook &book)
{
    std::string words {industry};
    std::replace(words.begin(), words.end(), '_', ' ');
    return anyHit(book.hits(wordsOf(words)), "practice.trades");
}

bool isCareOfAnother(const Utterance &utterance, const Document &document, std::string_view language, const RuleBook &book)
{
    if (utterance.asksPrice)
        return false;
    const auto asked = hitsOf(book.hits(utterance.words), "care");
    if (asked.empty())
        return false;
    const auto told = hitsOf(book.hits(wordsOf(document.title + "\n" + document.text)), "care");
    const bool isOver = has(asked, over) || has(asked, "care.before") || (has(asked, "care.had") && anyHit(asked, what));
    const auto counts = [&](const RuleHit &h) { return h.rule.starts_with("care.who.") || (h.rule.starts_with("care.what.") && (isOver || !isDoing(h.rule))); };
    if (std::any_of(asked.begin(), asked.end(), [&](const RuleHit &h) { return counts(h) && !has(told, h.rule); }))
        return true;
    const auto keys = keysIn(document);
    const auto terms = termsOf(utterance.words, language);
    const bool ails = std::any_of(asked.begin(), asked.end(), [&](const RuleHit &h) { return h.rule.starts_with("care.what.") && !isDoing(h.rule); });
    if (!isOver) // said of no treatment
        return ails && isBroughtOnByAnother(utterance, asked, terms, keys, language);
    if (std::any_of(terms.begin(), terms.end(), [&](const Term &t) { return isTreatment(t.key) && !keys.contains(t.key); }))
        return true;
    return !anyHit(asked, what) && !has(told, has(asked, over) ? over : "care.before");
}

} // namespace foredeck
