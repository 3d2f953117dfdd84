#include "server/services/consent/consent.h"

#include "models/core/text.h"
#include "server/services/triage/signs.h"

#include <algorithm>

namespace foredeck {

namespace {

// Keywords stand alone, so they are looked for at the beginning only: a table word far inside an essay says nothing. A
// sentence that ends the sending counts wherever it stands.
constexpr std::size_t keywordReach = 120;
constexpr std::string_view optOutPhrase = "consent.opt_out.phrase";
constexpr std::string_view optOutReproach = "consent.opt_out.reproach"; // "you don't stop texting me"

const RuleHit *firstOf(const std::vector<RuleHit> &hits, std::string_view rule)
{
    const auto found = std::find_if(hits.begin(), hits.end(), [&](const RuleHit &hit) { return hit.rule == rule; });
    return found == hits.end() ? nullptr : &*found;
}

// "Ok, stop", "hola, baja por favor": without the words beside a keyword that say nothing.
std::vector<Word> withoutWordsBeside(const std::vector<Word> &words, const std::vector<RuleHit> &hits)
{
    auto beside = hitsOf(hits, "consent.beside");
    std::size_t first = 0;
    for (const auto &hit : beside)
        first = hit.first <= first ? std::max(first, hit.end) : first;
    std::sort(beside.begin(), beside.end(), [](const RuleHit &a, const RuleHit &b) { return a.end > b.end; });
    auto end = words.size();
    for (const auto &hit : beside)
        end = hit.end >= end ? std::min(end, hit.first) : end;
    if (first >= end)
        return {};
    return {words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(end)};
}

// What no rule foresaw. The tables know better where a guard of theirs matches ("the next stop", "stop the surveys") and where
// somebody asks to be written to again.
bool meansSomethingElse(const std::vector<Word> &words, const RuleBook &book)
{
    return anyHit(book.guards(words), optOutPhrase) || anyHit(book.hits(words), "consent.opt_in.phrase");
}

ConsentFinding heardIn(std::string_view text, const RuleBook &book)
{
    const auto words = wordsOf(text);
    if (words.size() > 1 && std::all_of(words.begin(), words.end(), [&](const Word &w) { return w.text == words.front().text; }))
        return {}; // one word over and over is no sentence
    const auto signs = signsOf(words);
    for (const auto &[sign, signal] : {std::pair {Sign::OptOut, ConsentSignal::PerhapsOptOut}, std::pair {Sign::Help, ConsentSignal::Help}}) {
        if (!signs.says(sign) || (sign == Sign::OptOut && meansSomethingElse(words, book)))
            continue;
        const auto &reading = signs.of(sign);
        return {signal, std::string {modelRuleOf(sign)}, singleLine(spanOf(text, words, reading.first, reading.end - 1), 200)};
    }
    return {};
}

} // namespace

ConsentFinding findConsent(std::string_view text, const ConsentContext &context, const RuleBook &book)
{
    const auto words = wordsOf(text, keywordReach);
    const auto hits = book.hits(words);
    const auto keywords = withoutWordsBeside(words, hits);
    const auto keywordHits = keywords.size() == words.size() ? hits : book.hits(keywords);
    const auto finding = [&](ConsentSignal signal, const RuleHit &hit, const std::vector<Word> &in) {
        return ConsentFinding {signal, std::string {hit.rule}, singleLine(spanOf(text, in, hit.first, hit.end - 1), 200)};
    };

    for (const auto &[found, in] : {std::pair {&hits, &words}, std::pair {&keywordHits, &keywords}}) {
        if (const auto *hit = firstOf(*found, "consent.opt_out.keyword"))
            return finding(ConsentSignal::OptOut, *hit, *in);
    }
    if (const auto *hit = firstOf(hits, "consent.opt_out.cancel")) {
        auto found = finding(ConsentSignal::OptOut, *hit, words);
        found.mayMeanBooking = context.bookingTalk;
        return found;
    }
    // Words against it outweigh words for it: a complaint speaks of both.
    for (const auto rule : {optOutPhrase, optOutReproach}) {
        if (const auto *hit = firstOf(hits, rule))
            return finding(ConsentSignal::OptOut, *hit, words);
    }
    if (words.size() == keywordReach) {
        const auto all = wordsOf(text, text.size());
        const auto allHits = book.hits(all);
        if (const auto *hit = firstOf(allHits, optOutPhrase))
            return finding(ConsentSignal::OptOut, *hit, all);
    }
    if (context.state == ConsentState::OptedOut) {
        if (const auto *hit = firstOf(keywordHits, "consent.opt_in.start"))
            return finding(ConsentSignal::OptIn, *hit, keywords);
        for (const auto rule : {"consent.opt_in.yes", "consent.opt_in.phrase"}) {
            if (const auto *hit = firstOf(hits, rule))
                return finding(ConsentSignal::OptIn, *hit, words);
        }
    }
    if (const auto *hit = firstOf(hits, "consent.help"))
        return finding(ConsentSignal::Help, *hit, words);
    if (const auto *hit = firstOf(hits, "help.who"))
        return finding(ConsentSignal::Help, *hit, words);
    return context.wholeMessage ? heardIn(text, book) : ConsentFinding {};
}

Delivery suppressedDelivery(Timestamp at)
{
    return {DeliveryState::Suppressed, "This person has opted out of messages", "opted_out", at, false};
}

} // namespace foredeck
