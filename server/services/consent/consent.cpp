#include "server/services/consent/consent.h"

#include "models/core/text.h"

#include <algorithm>

namespace foredeck {

namespace {

// Keywords stand alone, so they are looked for at the beginning only: a table word far inside an essay says nothing. A
// sentence that ends the sending counts wherever it stands.
constexpr std::size_t keywordReach = 120;
constexpr std::string_view optOutPhrase = "consent.opt_out.phrase";

const RuleHit *firstOf(const std::vector<RuleHit> &hits, std::string_view rule)
{
    const auto found = std::find_if(hits.begin(), hits.end(), [&](const RuleHit &hit) { return hit.rule == rule; });
    return found == hits.end() ? nullptr : &*found;
}

} // namespace

ConsentFinding findConsent(std::string_view text, const ConsentContext &context, const RuleBook &book)
{
    const auto words = wordsOf(text, keywordReach);
    const auto hits = book.hits(words);
    const auto finding = [&](ConsentSignal signal, const RuleHit &hit) {
        return ConsentFinding {signal, std::string {hit.rule}, singleLine(spanOf(text, words, hit.first, hit.end - 1), 200)};
    };

    if (const auto *hit = firstOf(hits, "consent.opt_out.keyword"))
        return finding(ConsentSignal::OptOut, *hit);
    if (const auto *hit = firstOf(hits, "consent.opt_out.cancel")) {
        auto found = finding(ConsentSignal::OptOut, *hit);
        found.mayMeanBooking = context.bookingTalk;
        return found;
    }
    if (context.state == ConsentState::OptedOut) {
        for (const auto rule : {"consent.opt_in.start", "consent.opt_in.yes", "consent.opt_in.phrase"}) {
            if (const auto *hit = firstOf(hits, rule))
                return finding(ConsentSignal::OptIn, *hit);
        }
    }
    if (const auto *hit = firstOf(hits, optOutPhrase))
        return finding(ConsentSignal::OptOut, *hit);
    if (words.size() == keywordReach) {
        const auto all = wordsOf(text, text.size());
        const auto allHits = book.hits(all);
        if (const auto *hit = firstOf(allHits, optOutPhrase))
            return {ConsentSignal::OptOut, std::string {optOutPhrase}, singleLine(spanOf(text, all, hit->first, hit->end - 1), 200)};
    }
    if (const auto *hit = firstOf(hits, "consent.help"))
        return finding(ConsentSignal::Help, *hit);
    if (const auto *hit = firstOf(hits, "help.who"))
        return finding(ConsentSignal::Help, *hit);
    return {};
}

Delivery suppressedDelivery(Timestamp at)
{
    return {DeliveryState::Suppressed, "This person has opted out of messages", "opted_out", at, false};
}

} // namespace foredeck
