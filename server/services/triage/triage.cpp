#include "server/services/triage/triage.h"

#include "models/core/text.h"
#include "server/services/assistant/phrases.h"
#include "server/services/language/languageguess.h"
#include "server/services/triage/danger.h"
#include "server/services/triage/signs.h"

#include <algorithm>
#include <array>
#include <set>

namespace foredeck {

namespace {

struct Trigger {
    std::string_view rule;
    EscalationReason reason;
    Sign sign;
};

constexpr std::size_t mostWordsMisheard = 6;
constexpr std::size_t mostWordsOfAThing = 8;
constexpr std::string_view emergencyRule = "emergency";
constexpr std::string_view doctorRule = "emergency.doctor";
constexpr std::string_view highRule = "high";
constexpr std::string_view sickRule = "high.pain.sick";
constexpr std::string_view notHighRule = "model.not_high";

// Log-odds of the model that outweigh a table's hit of haste: a report on last year's water damage. An emergency that the tables
// heard stands whatever the model says: it reads what stands around the alarm too, and everyday words would drown it.
constexpr double highDropped = -3.5;
constexpr double muchSurer = 4; // than it takes, where the tables know better
constexpr double nearlySure = 1; // below what it takes: enough to word why a person must see it

// The order is the precedence (evaluate.md).
constexpr std::array triggers {
    Trigger {emergencyRule, EscalationReason::Emergency, Sign::Emergency},
    Trigger {"handover.legal", EscalationReason::Legal, Sign::Legal},
    Trigger {"handover.payment", EscalationReason::PaymentDispute, Sign::PaymentDispute},
    Trigger {"handover.sensitive", EscalationReason::Sensitive, Sign::Sensitive},
    Trigger {"handover.human", EscalationReason::HumanRequested, Sign::HumanRequested},
    Trigger {"handover.complaint", EscalationReason::Complaint, Sign::Complaint},
};

class Reader {
public:
    Reader(std::string_view text, const RuleBook &book, const std::vector<Word> &words, const std::vector<RuleHit> &hits, const std::vector<std::string> &ownDangers, bool isExcused, Triage &result)
        : m_text(text), m_book(book), m_words(words), m_hits(hits), m_dangers(dangersOf(words, hits, ownDangers)), m_isExcused(isExcused), m_result(result) { }

    // Notes the rule as looked at; true when it or one of its children fired. `notInside`: on words that this rule, which
    // asks the same words in another sense, does not cover ("am I talking to a real person?").
    bool fired(std::string_view rule, std::string_view notInside = {})
    {
        auto found = hitsOf(m_hits, rule);
        if (!notInside.empty()) {
            const auto covers = hitsOf(m_hits, notInside);
            std::erase_if(found, [&](const RuleHit &hit) {
                return std::any_of(covers.begin(), covers.end(), [&](const RuleHit &c) { return hit.first < c.end && c.first < hit.end; });
            });
        }
        return noteAll(rule, found);
    }
    // The tables' rules of danger, and the client's own words.
    bool tellsOfDanger()
    {
        const auto found = hitsOf(m_dangers, ownDanger);
        const bool table = noteAll(emergencyRule, hitsOf(m_dangers, emergencyRule));
        return (!found.empty() && noteAll(ownDanger, found)) || table;
    }
    // The client's own words: each is a row of words that must stand together.
    bool firedOwn(std::string_view rule, const std::vector<std::string> &phrases)
    {
        const auto found = placesOf(phrases, rule, m_words);
        return !found.empty() && noteAll(rule, found);
    }
    // The tables' rules of haste, but where the model is almost sure that none is meant: then the decision tells which words it dropped.
    // It has read few words of the sick: what their body tells stands whatever it says.
    bool firedHigh(const Signs &signs)
    {
        const auto found = hitsOf(m_hits, highRule);
        if (found.empty() || !signs.denies(Sign::High, highDropped))
            return noteAll(highRule, found);
        if (const auto sick = hitsOf(found, sickRule); !sick.empty())
            return noteAll(highRule, sick);
        m_result.rules.push_back({std::string {notHighRule}, true, singleLine(spanOf(m_text, m_words, found.front().first, found.front().end - 1), 120)});
        return false;
    }
    // What no table foresaw and the model hears, with the clause of the words that weighed most.
    bool heard(const Signs &signs, Sign sign)
    {
        if (!signs.says(sign) || (signs.margin(sign) < muchSurer && isDoubted(sign)) || (sign == Sign::Emergency && isEveryday()))
            return false;
        const auto [first, end] = clauseOf(m_words, signs.of(sign).first, signs.of(sign).end);
        if (tellsOnlyWho())
            return false;
        m_result.rules.push_back({std::string {modelRuleOf(sign)}, true, singleLine(spanOf(m_text, m_words, first, end - 1), 120)});
        return true;
    }

    // Why a person must see it, where no table says so. "Are you a person?" asks for none.
    std::optional<EscalationReason> heardReason(const Signs &signs)
    {
        if (onlyChats())
            return std::nullopt;
        const bool asksForBot = anyHit(m_hits, "identity.bot");
        const bool onlyThat = asksForBot && asksOnlyForBot();
        for (const auto &trigger : triggers) {
            const bool meansBot = (asksForBot && trigger.reason == EscalationReason::HumanRequested) || (onlyThat && trigger.reason == EscalationReason::Complaint);
            if (trigger.reason != EscalationReason::Emergency && !meansBot && heard(signs, trigger.sign))
                return trigger.reason;
        }
        return !asksForBot && heard(signs, Sign::HandOver) ? std::optional {likeliestReason(signs)} : std::nullopt;
    }

private:
    // "Are you a bot?", and hardly a word beside it: no complaint.
    bool asksOnlyForBot() const { return isHardlyMoreThan("identity.bot"); }
    // "Tell me a joke": what the tables know for company asks for nobody.
    bool onlyChats() const { return anyHit(m_hits, "talk.chat") && isHardlyMoreThan("talk.chat"); }
    bool isHardlyMoreThan(std::string_view rule) const
    {
        std::size_t covered = 0;
        for (const auto &hit : hitsOf(m_hits, rule))
            covered = std::max(covered, hit.end - hit.first);
        return m_words.size() <= covered + 2;
    }
    // "Mein Sohn ist 6", "he's a labrador, about 30 kg": who somebody is, how old and how heavy, and no word beside it. What is no
    // age, such as 911, 108 or 061, may be what one calls for help.
    bool tellsOnlyWho() const
    {
        constexpr std::size_t mostDigits = 2;
        const auto who = hitsOf(m_hits, "calm.who");
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            const std::string &word = m_words[i].text;
            const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
            const bool number = digits > 0 && digits <= mostDigits && !(digits > 1 && word.front() == '0');
            if (!number && std::none_of(who.begin(), who.end(), [&](const RuleHit &h) { return h.first <= i && i < h.end; }))
                return false;
        }
        return !m_words.empty();
    }
    // "And water?": one thing that is asked on about; what is said before it is not read here, and the model hears alarm in a bare word.
    bool asksOn() const
    {
        static constexpr std::array<std::string_view, 8> joins {"and", "y", "und", "et", "e", "en", "و", "or"};
        const bool joined = !m_words.empty() && std::find(joins.begin(), joins.end(), m_words.front().text) != joins.end();
        return joined && m_words.size() <= 3 && m_text.find_first_of("?") != std::string_view::npos;
    }
    // Hardly a word beside what the tables of all languages know for an everyday woe (any-calm.rules).
    bool isEveryday() const
    {
        constexpr std::size_t fewBeside = 5;
        const auto everyday = hitsOf(m_book.guards(m_words), "emergency.everyday");
        return !anyHit(m_dangers, emergencyRule) && std::any_of(everyday.begin(), everyday.end(), [&](const RuleHit &g) { return g.language == "any" && m_words.size() - (g.end - g.first) <= fewBeside; });
    }
    // "Is there power on the dock?": few words that ask for a thing. Without the mark "hay llamas" tells of one.
    bool asksForAThing() const
    {
        const bool marked = m_text.find('?') != std::string_view::npos || m_text.find("؟") != std::string_view::npos;
        return marked && m_words.size() <= mostWordsOfAThing && (anyHit(m_hits, "ask.has") || anyHit(m_hits, "ask.hours") || anyHit(m_hits, "ask.clock"));
    }
    // The tables know better what is spoken of: dangers that are none ("do you fix burst pipes?", "the fire pit"), a guest who is
    // touched, a tooth that bothers.
    bool isDoubted(Sign sign) const
    {
        if (sign == Sign::High)
            return false;
        const auto guards = m_book.guards(m_words);
        const bool isKnown = anyHit(m_hits, emergencyRule) || anyHit(m_hits, "calm.clause") || anyHit(guards, emergencyRule);
        const bool isExcused = m_isExcused || (isKnown && !anyHit(m_dangers, emergencyRule));
        switch (sign) {
        case Sign::Emergency:
            return isExcused || asksOn() || asksForAThing() || anyHit(m_hits, "handover");
        case Sign::HandOver:
            return isExcused || anyHit(guards, "handover") || anyHit(m_hits, "travel.talk");
        case Sign::Legal:
            return anyHit(guards, "handover") || anyHit(m_hits, "travel.talk");
        default:
            return anyHit(guards, "handover");
        }
    }
    // Of a text that a person must see, and no sign of it alone is sure; where none is nearly so, no reason is told: "I was bitten by a
    // tick" is no complaint. An emergency is none of these: it is said only where it is heard.
    static EscalationReason likeliestReason(const Signs &signs)
    {
        const auto &likeliest = *std::max_element(triggers.begin() + 1, triggers.end(), [&](const Trigger &a, const Trigger &b) { return signs.margin(a.sign) < signs.margin(b.sign); });
        return signs.margin(likeliest.sign) >= -nearlySure ? likeliest.reason : EscalationReason::LowConfidence;
    }
    bool noteAll(std::string_view rule, const std::vector<RuleHit> &found)
    {
        if (found.empty())
            m_result.rules.push_back({std::string {rule}, false, {}});
        std::set<std::string_view> named; // each of its children once: what is said rests on all of them
        for (const auto &hit : found) {
            if (named.insert(hit.rule).second)
                m_result.rules.push_back({std::string {hit.rule}, true, singleLine(spanOf(m_text, m_words, hit.first, hit.end - 1), 120)});
        }
        return !found.empty();
    }

    std::string_view m_text;
    const RuleBook &m_book;
    const std::vector<Word> &m_words;
    const std::vector<RuleHit> &m_hits;
    std::vector<RuleHit> m_dangers;
    bool m_isExcused; ///< by what the business is
    Triage &m_result;
};

// A wish to be written to no more, or again, is in the language of the rule that alone heard it: what else its few words
// vote for ("deja" is French as well) says less.
std::string languageOfConsent(const std::vector<Word> &words, const RuleBook &book)
{
    Languages heard;
    for (const auto &hit : book.hits(words)) {
        if (hit.rule == "consent.opt_out.phrase" || hit.rule == "consent.opt_out.named" || hit.rule == "consent.opt_in.phrase")
            heard.emplace(hit.language);
    }
    return heard.size() == 1 ? *heard.begin() : std::string {};
}

// "Me robaron la cartera", "help me": few words say too little of their language, and a theft or call for help that one language
// alone hears is told in it.
std::optional<std::string> languageOfAlarm(const std::vector<Word> &words, const std::string &guessed, const RuleBook &book)
{
    if (words.size() > mostWordsMisheard)
        return std::nullopt;
    Languages heard;
    for (const auto &hit : book.hits(words)) {
        if ((hit.rule.starts_with("handover.") || hit.rule.starts_with(emergencyRule) || hit.rule == "intent.help") && hit.language != "any")
            heard.emplace(hit.language);
    }
    return heard.size() == 1 && !heard.contains(guessed) ? std::optional {*heard.begin()} : std::nullopt;
}

// A call that is no word: "🆘 room 4" says what "SOS room 4" does.
constexpr std::string_view sosSign = "\U0001F198";
std::string spelledOut(std::string_view text)
{
    std::string spelled = "SOS ";
    while (!text.empty()) {
        const auto sign = std::min(text.find(sosSign), text.size());
        spelled += text.substr(0, sign);
        text.remove_prefix(std::min(text.size(), sign + sosSign.size()));
    }
    return spelled;
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
    if (text.find(sosSign) != std::string_view::npos)
        return triageOf(spelledOut(text), options, book);
    Triage result;
    const auto words = wordsOf(text);
    result.language = languageOfConsent(words, book);
    if (result.language.empty())
        result.language = languageOf(text, options.languageHint).value_or("");
    if (result.language.empty() || (result.language != options.languageHint && result.language != "en"))
        result.language = languageOfAlarm(words, result.language, book).value_or(result.language);
    // A language without tables of its own may be a near one that was misheard (Italian for Catalan): danger is heard in all.
    const bool known = phrases::spoken(result.language) == result.language;
    auto hits = book.hits(words, known ? tablesFor(result.language, options.languageHint) : Languages {});
    const bool wantsDoctor = options.practice && std::erase_if(hits, [](const RuleHit &h) { return h.rule == doctorRule; }) > 0;
    Reader reader {text, book, words, hits, options.emergencyWords, wantsDoctor, result};
    const auto signs = options.wholeMessage ? signsOf(words) : Signs {};

    for (const auto &trigger : triggers) {
        const bool fired = trigger.reason == EscalationReason::Emergency
            ? reader.tellsOfDanger() || reader.heard(signs, Sign::Emergency)
            : reader.fired(trigger.rule, trigger.reason == EscalationReason::HumanRequested ? "identity.bot" : "");
        if (fired && !result.escalate)
            result.escalate = trigger.reason;
    }
    if (!result.escalate)
        result.escalate = reader.heardReason(signs);
    if (reader.firedOwn("client.hand_over_words", options.handOverWords) && !result.escalate)
        result.escalate = EscalationReason::Rule;

    if (result.escalate == EscalationReason::Emergency)
        result.urgency = Urgency::Emergency;
    else if (reader.firedHigh(signs) || reader.heard(signs, Sign::High))
        result.urgency = Urgency::High;
    result.asksForBot = reader.fired("identity.bot");
    for (const auto mood : {"upset", "worried", "pleased"}) {
        if (result.mood.empty() && anyHit(hits, std::string {"mood."} + mood))
            result.mood = mood;
    }
    return result;
}

} // namespace foredeck
