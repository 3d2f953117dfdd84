#include "server/services/assistant/wishsign.h"

#include "server/services/assistant/house.h"
#include "server/services/assistant/trade.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

constexpr std::size_t fewWords = 3; ///< "a double room": named and nothing said of it

bool asksForSomething(const Utterance &u)
{
    static constexpr std::array<std::string_view, 4> rules {"intent.request", "intent.availability", "lead.ready", "ask.come"};
    return u.books || u.orders || u.asksPrice || std::any_of(rules.begin(), rules.end(), [&](std::string_view rule) { return anyHit(u.hits, rule); });
}

// "12 to 14 December, two people": every word that says something names a day or how many.
bool tellsOnly(const Utterance &u, const Facts &facts, std::string_view language)
{
    const auto terms = termsOf(u.words, language);
    return std::all_of(terms.begin(), terms.end(), [&](const Term &term) {
        const auto stands = [&](const std::string &fact) {
            const auto at = fact.empty() ? std::string::npos : u.text.find(fact);
            return at != std::string::npos && at <= u.words[term.firstWord].begin && u.words[term.endWord - 1].end <= at + fact.size();
        };
        const auto people = hitsOf(u.hits, "fact.people");
        const bool named = std::any_of(people.begin(), people.end(), [&](const RuleHit &h) { return h.first <= term.firstWord && term.endWord <= h.end; });
        return term.minor || named || stands(facts.when) || stands(facts.people);
    });
}

} // namespace

bool showsWish(const Utterance &utterance, std::string_view industry, const FactsContext &context, const RuleBook &book)
{
    if (asksForSomething(utterance))
        return true;
    const auto facts = factsIn(utterance.text, context, book);
    const bool stay = !facts.when.empty() || !facts.people.empty();
    if (namesOwnTrade(utterance, industry, book))
        return !housesGuests(industry, book) || stay || utterance.words.size() <= fewWords;
    return stay && tellsOnly(utterance, facts, context.language);
}

bool callsForHelp(const Utterance &u, std::string_view industry, const RuleBook &book)
{
    if (!anyHit(u.hits, "intent.help") || u.books || u.orders || u.asksPrice)
        return false;
    return !namesOwnTrade(u, industry, book) || housesGuests(industry, book); // a plumber's help is the trade, a boat on the rocks no marina's
}

} // namespace foredeck
