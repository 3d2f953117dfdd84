#include "server/services/assistant/trade.h"

#include "server/services/assistant/intake.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <string>

namespace foredeck {

namespace {

bool isOwn(std::string_view rule, std::string_view industry)
{
    const auto trade = rule.substr(rule.find('.') + 1);
    return industry == trade || (industry.starts_with(trade) && industry[trade.size()] == '_');
}

bool hasOwn(const std::vector<RuleHit> &hits, std::string_view industry)
{
    return std::any_of(hits.begin(), hits.end(), [&](const RuleHit &h) { return isOwn(h.rule, industry); });
}

bool isKnown(std::string_view industry, const RuleBook &book)
{
    return book.has("trade." + std::string {industry}) || book.has("trade." + std::string {industry.substr(0, industry.find('_'))});
}

} // namespace

bool isOtherTrade(const Utterance &utterance, std::string_view industry, const RuleBook &book)
{
    const auto hits = hitsOf(utterance.hits, "trade");
    return isKnown(industry, book) && !hits.empty() && !hasOwn(hits, industry) && !hasOwn(hitsOf(utterance.hits, "own"), industry);
}

bool namesOwnTrade(const Utterance &utterance, std::string_view industry, const RuleBook &book)
{
    const auto hits = hitsOf(utterance.hits, "trade");
    return isKnown(industry, book) ? hasOwn(hits, industry) || hasOwn(hitsOf(utterance.hits, "own"), industry) : !hits.empty();
}

bool namesOnlyTheBusiness(const Utterance &utterance, std::string_view industry, std::string_view language, const RuleBook &book)
{
    auto itself = hitsOf(book.hits(utterance.words), "self");
    std::erase_if(itself, [&](const RuleHit &h) { return !isOwn(h.rule, industry); });
    const auto terms = termsOf(utterance.words, language);
    return !itself.empty() && std::all_of(terms.begin(), terms.end(), [&](const Term &t) {
        return t.minor || onlyAsks(t) || std::any_of(itself.begin(), itself.end(), [&](const RuleHit &h) { return h.first <= t.firstWord && t.firstWord < h.end; });
    });
}

bool saysMoreThanTrade(const Utterance &utterance, std::string_view industry, std::string_view language)
{
    const auto hits = hitsOf(utterance.hits, "trade");
    const auto terms = termsOf(utterance.words, language);
    return std::any_of(terms.begin(), terms.end(), [&](const Term &t) {
        const bool own = std::any_of(hits.begin(), hits.end(), [&](const RuleHit &h) { return isOwn(h.rule, industry) && h.first <= t.firstWord && t.firstWord < h.end; });
        return !t.minor && !own && !onlyAsks(t);
    });
}

} // namespace foredeck
