#include "server/services/triage/triage.h"

#include "models/core/text.h"
#include "server/services/assistant/phrases.h"
#include "server/services/language/languageguess.h"

#include <algorithm>
#include <array>
#include <set>

namespace foredeck {

namespace {

struct Trigger {
    std::string_view rule;
    EscalationReason reason;
};

constexpr std::string_view emergencyRule = "emergency";
constexpr std::string_view selfHarmRule = "emergency.selfharm";
constexpr std::string_view emergencyWords = "client.emergency_words";

// The order is the precedence (evaluate.md).
constexpr std::array triggers {
    Trigger {emergencyRule, EscalationReason::Emergency},
    Trigger {"handover.legal", EscalationReason::Legal},
    Trigger {"handover.payment", EscalationReason::PaymentDispute},
    Trigger {"handover.sensitive", EscalationReason::Sensitive},
    Trigger {"handover.human", EscalationReason::HumanRequested},
    Trigger {"handover.complaint", EscalationReason::Complaint},
};

class Reader {
public:
    Reader(std::string_view text, const std::vector<Word> &words, const std::vector<RuleHit> &hits, Triage &result)
        : m_text(text), m_words(words), m_hits(hits), m_result(result) { }

    // Notes the rule as looked at; true when it or one of its children fired. `notInside`: on words that this rule, which
    // asks the same words in another sense, does not cover ("am I talking to a real person?").
    bool fired(std::string_view rule, std::string_view notInside = {})
    {
        auto found = hitsOf(m_hits, rule);
        std::erase_if(found, [&](const RuleHit &hit) { return isCalm(hit); });
        if (!notInside.empty()) {
            const auto covers = hitsOf(m_hits, notInside);
            std::erase_if(found, [&](const RuleHit &hit) {
                return std::any_of(covers.begin(), covers.end(), [&](const RuleHit &c) { return hit.first < c.end && c.first < hit.end; });
            });
        }
        if (found.empty())
            m_result.rules.push_back({std::string {rule}, false, {}});
        std::set<std::string_view> named; // each of its children once: what is said rests on all of them
        for (const auto &hit : found) {
            if (named.insert(hit.rule).second)
                m_result.rules.push_back({std::string {hit.rule}, true, singleLine(spanOf(m_text, m_words, hit.first, hit.end - 1), 120)});
        }
        return !found.empty();
    }

    // The client's own words: each is a row of words that must stand together.
    bool firedOwn(std::string_view rule, const std::vector<std::string> &phrases)
    {
        for (const auto &phrase : phrases) {
            if (!isSaid(rule, phrase))
                continue;
            m_result.rules.push_back({std::string {rule}, true, singleLine(phrase, 120)});
            return true;
        }
        return false;
    }

private:
    bool isSaid(std::string_view rule, std::string_view phrase) const
    {
        const auto wanted = wordsOf(phrase);
        if (wanted.empty())
            return false;
        const auto same = [](const Word &a, const Word &b) { return a.text == b.text; };
        for (auto at = m_words.begin(); (at = std::search(at, m_words.end(), wanted.begin(), wanted.end(), same)) != m_words.end(); ++at) {
            const auto first = static_cast<std::size_t>(at - m_words.begin());
            const RuleHit hit {rule, {}, first, first + wanted.size()};
            if (rule != emergencyWords || !(isCalm(hit) || isDenied(hit)))
                return true;
        }
        return false;
    }

    // "How do I prevent a burst pipe?" asks about a danger that is not there, where the clause begins with it and says nothing of
    // one's own: "my kitchen is on fire how do I prevent it spreading" and "do you fix burst pipes mine just burst and …" ask for
    // help. Whoever speaks of harming themselves is heard in whatever sentence.
    bool isCalm(const RuleHit &hit) const
    {
        if (!hit.rule.starts_with(emergencyRule) && hit.rule != emergencyWords)
            return false;
        const auto calm = hit.rule == selfHarmRule ? std::vector<RuleHit> {} : hitsOf(m_hits, "calm.clause");
        return std::any_of(calm.begin(), calm.end(), [&](const RuleHit &c) { return beginsClause(c.first) && c.first <= hit.first && sameClause(c.first, std::max(c.end, hit.end)) && !isHere(c.end); });
    }
    // "I don't need an ambulance": the client's own words know no negation of their own.
    bool isDenied(const RuleHit &hit) const
    {
        const auto denials = hitsOf(m_hits, "calm.beside");
        return std::any_of(denials.begin(), denials.end(), [&](const RuleHit &d) { return d.end == hit.first && sameClause(d.first, hit.end); });
    }
    bool beginsClause(std::size_t at) const
    {
        constexpr std::size_t mostBefore = 2; // "and", "hello", "sorry but"
        std::size_t before = 0;
        while (before < at && !m_words[at - before].breakBefore)
            ++before;
        return before <= mostBefore;
    }
    // "… my kitchen is on fire", "… help", in the clause that goes on here.
    bool isHere(std::size_t from) const
    {
        const auto here = hitsOf(m_hits, "calm.here");
        return std::any_of(here.begin(), here.end(), [&](const RuleHit &h) { return h.first >= from && sameClause(from > 0 ? from - 1 : 0, h.end); });
    }
    bool sameClause(std::size_t first, std::size_t end) const
    {
        return std::none_of(m_words.begin() + static_cast<std::ptrdiff_t>(first) + 1, m_words.begin() + static_cast<std::ptrdiff_t>(end), [](const Word &w) { return w.breakBefore; });
    }

    std::string_view m_text;
    const std::vector<Word> &m_words;
    const std::vector<RuleHit> &m_hits;
    Triage &m_result;
};

// A wish to be written to no more, or again, is in the language of the rule that alone heard it: what else its few words
// vote for ("deja" is French as well) says less.
std::string languageOfConsent(const std::vector<Word> &words, const RuleBook &book)
{
    Languages heard;
    for (const auto &hit : book.hits(words)) {
        if (hit.rule == "consent.opt_out.phrase" || hit.rule == "consent.opt_in.phrase")
            heard.emplace(hit.language);
    }
    return heard.size() == 1 ? *heard.begin() : std::string {};
}

} // namespace

Languages tablesFor(std::string_view language, std::string_view hint)
{
    if (language.empty())
        return {}; // all
    Languages tables {std::string {language}, "en"};
    if (!hint.empty())
        tables.insert(std::string {hint});
    return tables;
}

Triage triageOf(std::string_view text, const TriageOptions &options, const RuleBook &book)
{
    Triage result;
    const auto words = wordsOf(text);
    result.language = languageOfConsent(words, book);
    if (result.language.empty())
        result.language = languageOf(text, options.languageHint).value_or("");
    // A language without tables of its own may be a near one that was misheard (Italian for Catalan): danger is heard in all.
    const bool known = phrases::spoken(result.language) == result.language;
    const auto hits = book.hits(words, known ? tablesFor(result.language, options.languageHint) : Languages {});
    Reader reader {text, words, hits, result};

    for (const auto &trigger : triggers) {
        bool fired = reader.fired(trigger.rule, trigger.reason == EscalationReason::HumanRequested ? "identity.bot" : "");
        if (trigger.reason == EscalationReason::Emergency)
            fired = reader.firedOwn(emergencyWords, options.emergencyWords) || fired;
        if (fired && !result.escalate)
            result.escalate = trigger.reason;
    }
    if (reader.firedOwn("client.hand_over_words", options.handOverWords) && !result.escalate)
        result.escalate = EscalationReason::Rule;

    if (result.escalate == EscalationReason::Emergency)
        result.urgency = Urgency::Emergency;
    else if (reader.fired("high"))
        result.urgency = Urgency::High;
    result.asksForBot = reader.fired("identity.bot");
    for (const auto mood : {"upset", "worried", "pleased"}) {
        if (result.mood.empty() && anyHit(hits, std::string {"mood."} + mood))
            result.mood = mood;
    }
    return result;
}

} // namespace foredeck
