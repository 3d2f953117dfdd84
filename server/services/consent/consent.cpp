#include "server/services/consent/consent.h"

#include "models/core/text.h"
#include "server/services/triage/signs.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

// Keywords stand alone, so they are looked for at the beginning only: a table word far inside an essay says nothing. A
// sentence that ends the sending counts wherever it stands.
constexpr std::size_t keywordReach = 120;
constexpr std::size_t fewestWordsBesideGuard = 5;
constexpr std::string_view optOutKeyword = "consent.opt_out.keyword";
constexpr std::string_view optOutPhrase = "consent.opt_out.phrase";
constexpr std::string_view optOutNamed = "consent.opt_out.named"; // what ends is named, so the guards of the phrases say nothing to it
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

// "And", "but": what begins with one is a clause of its own.
bool joins(const Word &word)
{
    static constexpr std::array<std::string_view, 20> joiners {"and", "but", "y", "e", "pero", "und", "aber", "et", "mais", "ed", "ma", "mas", "en", "maar", "و", "и", "но", "i", "ale", "ve"};
    return std::find(joiners.begin(), joiners.end(), word.text) != joiners.end();
}

// The tables know better where a guard of theirs matches ("the next stop", "stop the surveys"), in that clause: "stop the surveys
// and take us off your list" asks for two things. A few words that are left say nothing.
std::vector<Word> withoutGuarded(const std::vector<Word> &words, const RuleBook &book)
{
    const auto begins = [&](std::size_t at) { return words[at].breakBefore || joins(words[at]); };
    std::vector<bool> isGuarded(words.size());
    for (const auto &guard : hitsOf(book.guards(words), optOutPhrase)) {
        auto first = guard.first;
        auto end = guard.end;
        while (first > 0 && !begins(first))
            --first;
        while (end < words.size() && !begins(end))
            ++end;
        std::fill(isGuarded.begin() + static_cast<std::ptrdiff_t>(first), isGuarded.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
    std::vector<Word> rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (isGuarded[i])
            continue;
        rest.push_back(words[i]);
        rest.back().breakBefore |= i > 0 && isGuarded[i - 1];
    }
    if (rest.size() < words.size() && rest.size() < fewestWordsBesideGuard)
        rest.clear();
    return rest;
}

// "I did, it doesn't stop", of water; "we don't need the taxi any more": what tells of a matter of their own and names no messages.
bool isOfTheirOwn(const std::vector<RuleHit> &hits)
{
    static constexpr std::array<std::string_view, 5> matters {"emergency", "intent.change", "ask.record", "matter", "state"};
    return !anyHit(hits, "consent.about") && std::any_of(matters.begin(), matters.end(), [&](std::string_view matter) { return anyHit(hits, matter); });
}

// What no rule foresaw. Help is for who asks who is writing: whoever calls for help gets a person.
ConsentFinding heardIn(std::string_view text, const RuleBook &book)
{
    const auto words = wordsOf(text);
    if (words.size() > 1 && std::all_of(words.begin(), words.end(), [&](const Word &w) { return w.text == words.front().text; }))
        return {}; // one word over and over is no sentence
    const auto found = [&](ConsentSignal signal, Sign sign, const Signs &signs, const std::vector<Word> &in) {
        const auto [first, end] = clauseOf(in, signs.of(sign).first, signs.of(sign).end);
        return ConsentFinding {signal, std::string {modelRuleOf(sign)}, singleLine(spanOf(text, in, first, end - 1), 200)};
    };
    const auto signs = signsOf(words);
    const auto hits = book.hits(words);
    if (signs.says(Sign::OptOut) && !anyHit(hits, "consent.opt_in.phrase") && !isOfTheirOwn(hits)) {
        const auto rest = withoutGuarded(words, book);
        if (const auto ofRest = rest.size() == words.size() ? signs : signsOf(rest); ofRest.says(Sign::OptOut))
            return found(ConsentSignal::PerhapsOptOut, Sign::OptOut, ofRest, rest);
    }
    const bool isKnown = anyHit(hits, "intent.help") || anyHit(book.guards(words), "help.who"); // "who pays for this?" asks for nobody's name
    return signs.says(Sign::Help) && !isKnown ? found(ConsentSignal::Help, Sign::Help, signs, words) : ConsentFinding {};
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
        if (const auto *hit = firstOf(*found, optOutKeyword))
            return finding(ConsentSignal::OptOut, *hit, *in);
    }
    if (const auto *hit = context.asked ? firstOf(hits, "consent.opt_out.answer") : nullptr)
        return finding(ConsentSignal::OptOut, *hit, words);
    if (const auto *hit = firstOf(hits, cancelRule)) {
        auto found = finding(ConsentSignal::OptOut, *hit, words);
        found.mayMeanBooking = context.bookingTalk;
        return found;
    }
    // Words against it outweigh words for it: a complaint speaks of both.
    for (const auto rule : {optOutPhrase, optOutNamed, optOutReproach}) {
        if (const auto *hit = firstOf(hits, rule))
            return finding(ConsentSignal::OptOut, *hit, words);
    }
    if (words.size() == keywordReach) {
        const auto all = wordsOf(text, text.size());
        const auto allHits = book.hits(all);
        for (const auto rule : {optOutPhrase, optOutNamed}) {
            if (const auto *hit = firstOf(allHits, rule))
                return finding(ConsentSignal::OptOut, *hit, all);
        }
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

ConsentFinding saidToVendor(std::string_view keyword, std::string_view text)
{
    const auto signal = keyword == "stop" ? ConsentSignal::OptOut : keyword == "start" ? ConsentSignal::OptIn : keyword == "help" ? ConsentSignal::Help : ConsentSignal::None;
    return signal == ConsentSignal::None ? ConsentFinding {} : ConsentFinding {signal, std::string {vendorRule}, singleLine(text, 200)};
}

bool endsMoreThanHere(ChannelKind kind, const ConsentFinding &finding) noexcept
{
    if (finding.signal != ConsentSignal::OptOut)
        return false;
    return kind == ChannelKind::WebForm || (kind == ChannelKind::LiveChat && finding.rule != optOutKeyword && finding.rule != cancelRule);
}

Delivery suppressedDelivery(Timestamp at)
{
    return {DeliveryState::Suppressed, "This person has opted out of messages", "opted_out", at, false};
}

} // namespace foredeck
