#include "server/services/assistant/builtinengine.h"

#include "models/core/text.h"
#include "server/services/assistant/builtinturn.h"
#include "server/services/assistant/door.h"
#include "server/services/assistant/house.h"
#include "server/services/assistant/trade.h"
#include "server/services/assistant/wishsign.h"
#include "server/services/phone/phone.h"

#include <algorithm>

namespace foredeck {

using phrases::Values;

BuiltinTurn::BuiltinTurn(const EngineInput &input, const Knowledge &knowledge, const RuleBook &book)
    : m_input(input), m_turn(input.turn), m_lookup(input, knowledge), m_book(book), m_intake(intakeStateOf(input.turn))
{
    m_result.lead = m_turn.lead;
    m_context = {m_input.language, m_turn.client.region, today()};
    m_utterances = utterancesOf(m_input.text, tablesFor(m_input.triage.language, m_input.language), m_book, &m_unread);
    for (auto &u : m_utterances) {
        if (m_intake.wanted && u.wish == Wish::Change && anyHit(u.hits, "decline.undo"))
            u.wish = Wish::Decline; // "Actually, cancel that": nothing is booked yet
    }
    m_facts = factsIn(m_input.text, m_context, m_book);
    if (onlyAsksAboutDays())
        m_facts.when.clear();
    for (const auto &question : m_turn.settings.intake) {
        if (question.fills == "timeline" && isHere(m_turn, m_book))
            m_intake.answered.insert(question.key); // "When do you arrive?"
    }
}

EngineAnswer BuiltinTurn::run()
{
    m_spokenWith = std::any_of(m_turn.history.begin(), m_turn.history.end(), [](const Message &m) { return m.role != MessageRole::Lead; });
    m_onlySigns = isOnlyThankingSigns(m_input.text);
    const bool complete = m_intake.wanted && isComplete(m_turn.settings, m_result.lead, m_intake);
    if (m_spokenWith && m_onlySigns && (m_intake.pending.empty() || m_intake.interrupted) && !complete) {
        m_result.intent = "thanks"; // and nothing is said
        return std::move(m_result);
    }
    for (const auto &question : m_turn.settings.intake)
        m_facts.emailIsTheirs = m_facts.emailIsTheirs || (question.key == m_intake.pending && asksForEmail(question) && m_facts.emailStandsAlone);
    m_result.leadChanged = takeFacts(m_result.lead, m_facts, corrects());
    addDay();
    readPendingAnswer();
    for (const auto &u : m_utterances)
        answer(u);
    if (!m_unread.empty())
        note("unread", m_unread);
    mentionNotices();
    mentionClosedDay();
    if (!handOverToPerson() && !handOverDissent() && !handOverChange() && !handOverUnknown() && !handOverUnread() && !handOverCall() && !handOverPlain() && !goOnWithIntake() && !closeWithAnswers() && !smallTalk())
        handOverStatement();
    return std::move(m_result);
}

LocalTime BuiltinTurn::today() const
{
    const auto zone = m_turn.locations.empty() ? std::string {"UTC"} : m_turn.locations.front().hours.zone;
    return m_turn.zones->toLocal(m_turn.now, zone).valueOr({});
}

const Utterance *BuiltinTurn::first(Wish wish) const
{
    const auto found = std::find_if(m_utterances.begin(), m_utterances.end(), [&](const Utterance &u) { return u.wish == wish; });
    return found == m_utterances.end() ? nullptr : &*found;
}

std::string BuiltinTurn::say(std::string_view key, const std::string &asked, Values values) const
{
    values["business"] = m_turn.client.name;
    values["name"] = m_result.lead.name.substr(0, m_result.lead.name.find(' '));
    values["asked"] = asked;
    values["here"] = whereAnswered(m_turn.conversation.channelKind.value(), m_input.language);
    return phrases::say(key, m_input.language, m_input.text, values);
}

void BuiltinTurn::add(const std::string &sentence)
{
    if (!sentence.empty() && m_result.text.find(sentence) == std::string::npos)
        m_result.text += (m_result.text.empty() ? "" : " ") + sentence;
}

void BuiltinTurn::note(std::string rule, std::string words)
{
    m_result.rules.push_back({std::move(rule), true, singleLine(words, 120)});
}

void BuiltinTurn::conclude(DecisionAction action, std::string_view intent, double confidence)
{
    m_result.action = action;
    if (m_result.intent.empty())
        m_result.intent = intent;
    m_result.confidence = std::max(m_result.confidence, confidence);
}

void BuiltinTurn::readPendingAnswer()
{
    const auto &questions = m_turn.settings.intake;
    const auto pending = std::find_if(questions.begin(), questions.end(), [&](const IntakeQuestion &q) { return q.key == m_intake.pending; });
    if (pending == questions.end())
        return;
    m_pending = &*pending;
    if (declinesTheWish()) // who takes it back answers nothing
        return;
    auto value = answerTo(*pending, m_utterances, m_input.text, m_facts, m_context, m_book);
    if (pending->kind.value() == IntakeKind::YesNo && isAgreeingSign(m_input.text))
        value = "yes";
    if (value.empty() && !m_facts.noDay && std::none_of(m_utterances.begin(), m_utterances.end(), [](const Utterance &u) { return u.unsure; }))
        return readName();
    if (value.empty())
        return;
    storeAnswer(m_result.lead, *pending, value);
    m_intake.answered.insert(pending->key);
    m_result.leadChanged = true;
    m_answered = std::move(value);
    note("intake.answer", pending->key);
}

// Asked for something else, people often say who they are.
void BuiltinTurn::readName()
{
    auto &lead = m_result.lead;
    const auto &questions = m_turn.settings.intake;
    const auto asksName = std::find_if(questions.begin(), questions.end(), [](const IntakeQuestion &q) { return q.fills == "name"; });
    if (!lead.name.empty() || asksName == questions.end() || m_utterances.size() != 1 || m_utterances.front().words.size() < 2 || isSmallTalk(m_utterances.front().wish))
        return;
    const auto name = nameFromAnswer(m_input.text, m_context, m_book);
    if (name.empty())
        return;
    lead.name = m_answered = name;
    m_result.leadChanged = true;
    m_intake.answered.insert(asksName->key);
    note("intake.answer", asksName->key);
}

void BuiltinTurn::answer(const Utterance &u)
{
    if (isForTheHouse(u, m_turn.client.industry, m_book) || anyHit(u.hits, "matter") || goesOn(u)) {
        m_forAPerson = m_forAPerson ? m_forAPerson : &u;
        return;
    }
    if (m_pending && m_answered.empty() && (u.unsure || namesNoDay(u))) {
        m_noAnswer = &u;
        return;
    }
    if (callsForHelp(u, m_turn.client.industry, m_book)) {
        m_call = m_call ? m_call : &u;
        return;
    }
    if (answerClock(u))
        return;
    const bool open = u.wish == Wish::Question || u.wish == Wish::Statement || u.wish == Wish::Request;
    if (open && answerLimit(u))
        return;
    if (open && (asksHoursOfADay(u) || (u.wish == Wish::Statement && asksOnlyForADay(u)))) {
        answerHoursQuestion(u);
        return;
    }
    switch (u.wish) {
    case Wish::Identity:
        add(say("identity", {}));
        m_known.push_back("identity");
        return;
    case Wish::Hours:
        if (asksToCome(u))
            answerComing(u);
        else if (!asksHoursOfSubject(u))
            answerHoursQuestion(u);
        else if (!answerFromKnowledge(u, floor()))
            m_unknown.push_back(&u);
        return;
    case Wish::Address: case Wish::Contact:
        return answerRecord(u);
    case Wish::Question:
        return answerQuestion(u);
    case Wish::Request:
        if (saysMoreThanTrade(u, m_turn.client.industry, m_input.language) && answerFromKnowledge(u, std::max(floor(), floors::request)))
            m_requests.push_back(&u);
        else
            takeRequest(u);
        return;
    case Wish::Statement:
        return takeStatement(u);
    case Wish::Change:
        if (corrects())
            takeRequest(u);
        return;
    case Wish::Dissent:
        if (corrects())
            takeRequest(u); // "No, that's wrong: Saturday."
        else
            m_dissent = &u;
        return;
    case Wish::WrongNumber:
        add(say("wrong_number", {}));
        m_known.push_back("wrong_number");
        return;
    case Wish::Yes: case Wish::No:
        if (m_answered.empty() && onlyTellsFacts(u))
            m_onlyFacts = &u;
        else if (m_answered.empty() && factsIn(u.text, m_context, m_book).any())
            m_statements.push_back(&u); // "No, there are three of us."
        return;
    case Wish::Greeting: case Wish::HowAreYou: case Wish::Thanks: case Wish::Goodbye: case Wish::Chat: case Wish::Decline:
        return;
    }
}

// "I did that, it still bleeds", said to an answer: it did not help.
bool BuiltinTurn::goesOn(const Utterance &u) const
{
    const bool tells = u.wish == Wish::Statement || u.wish == Wish::Yes || u.wish == Wish::No || (u.wish == Wish::Request && !u.books && !u.orders);
    if (m_intake.wanted || m_turn.decisions.empty() || u.marked || !tells || !anyHit(u.hits, "state.goes_on"))
        return false;
    const auto &told = m_turn.decisions.back().passages;
    return std::any_of(told.begin(), told.end(), [](const PassageUse &p) { return p.used; });
}

bool BuiltinTurn::wasToldLast(const Document &document) const
{
    if (m_turn.decisions.empty())
        return false;
    const auto &told = m_turn.decisions.back().passages;
    return std::any_of(told.begin(), told.end(), [&](const PassageUse &p) { return p.used && p.document == document.id; });
}

void BuiltinTurn::takeStatement(const Utterance &u)
{
    if (onlyTellsFacts(u)) {
        m_onlyFacts = &u;
        return;
    }
    if (choosesNothing(u)) {
        m_noAnswer = &u;
        return;
    }
    if (answersPending(u) || (!m_lookup.saysLittle(u) && answerFromKnowledge(u, std::max(floor(), floors::statement), 2)))
        return;
    const bool ails = anyHit(m_book.guards(u.words), "emergency") || anyHit(m_book.hits(u.words), "care"); // "pool water burns my eyes" wants no plumber
    if (!m_intake.wanted && !ails && isOtherTrade(u, m_turn.client.industry, m_book))
        takeRequest(u); // "We have to get a flat."
    else
        m_statements.push_back(&u);
}

// "Gilroy", said to a question that names what can be chosen: a word or two that are none of it and nothing of the trade.
bool BuiltinTurn::choosesNothing(const Utterance &u) const
{
    constexpr std::size_t fewWords = 3;
    return m_pending && m_pending->kind.value() == IntakeKind::Choice && m_answered.empty() && !m_intake.interrupted && u.words.size() <= fewWords
        && !showsWish(u, m_turn.client.industry, m_context, m_book);
}

// "Yesterday", "30 February", said to the question for the day, and hardly a word beside it.
bool BuiltinTurn::namesNoDay(const Utterance &u) const
{
    if (!m_facts.noDay || (m_pending->fills != "timeline" && m_pending->kind != IntakeKind::Date))
        return false;
    const auto terms = termsOf(u.words, m_input.language);
    return std::count_if(terms.begin(), terms.end(), [](const Term &t) { return !t.minor; }) <= 1;
}

// "Actually, make it Friday", while a wish is being taken down: nothing is booked yet that could be changed.
bool BuiltinTurn::corrects() const
{
    return m_intake.wanted && !m_facts.when.empty() && std::any_of(m_utterances.begin(), m_utterances.end(), [](const Utterance &u) {
        return (u.wish == Wish::Change && !anyHit(u.hits, "ask.record")) || u.wish == Wish::Dissent || anyHit(u.hits, "fact.corrects");
    });
}

// "Fri to Sun", after "at the weekend" and asked for the guests: nothing says that it takes the place of the other.
void BuiltinTurn::addDay()
{
    auto &timeline = m_result.lead.qualification.timeline;
    const bool told = timeline.empty() || m_facts.when.empty() || timeline.find(m_facts.when) != std::string::npos;
    if (!m_intake.wanted || told || timeline.size() + m_facts.when.size() > longestField || std::none_of(m_utterances.begin(), m_utterances.end(), [&](const Utterance &u) { return namesOnlyADay(u, m_context, m_book); }))
        return;
    timeline += " · " + m_facts.when;
    m_result.leadChanged = true;
}

// "Are you open at Christmas?": a day that a question asks about is no wish for it.
bool BuiltinTurn::onlyAsksAboutDays() const
{
    const auto &questions = m_turn.settings.intake;
    const bool asked = std::any_of(questions.begin(), questions.end(), [&](const IntakeQuestion &q) { return q.key == m_intake.pending && (q.fills == "timeline" || q.kind == IntakeKind::Date); });
    const auto wishes = [&](const Utterance &u) {
        if (anyHit(u.hits, "ask.come"))
            return true; // "Can I come on Friday?" wants to
        if (u.wish == Wish::Question)
            return asked || u.books || u.orders || u.asksPrice || anyHit(u.hits, "intent.request") || anyHit(u.hits, "intent.availability");
        return u.wish != Wish::Hours && u.wish != Wish::Address && u.wish != Wish::Contact && u.wish != Wish::Identity;
    };
    bool asks = false;
    for (const auto &u : m_utterances) {
        if (factsIn(u.text, m_context, m_book).when.empty())
            continue;
        if (wishes(u))
            return false;
        asks = true;
    }
    return asks;
}

// "My name is Rosa": told to be known, not to be done.
bool BuiltinTurn::onlySaysTheName(const Utterance &u) const
{
    const bool introduces = anyHit(u.hits, "fact.name") || anyHit(u.hits, "fact.introduces");
    const auto name = introduces ? factsIn(u.text, m_context, m_book).name : std::string {};
    if (name.empty())
        return false;
    const auto at = u.text.find(name);
    const auto terms = termsOf(u.words, m_input.language);
    return std::all_of(terms.begin(), terms.end(), [&](const Term &t) {
        const bool introduction = std::any_of(u.hits.begin(), u.hits.end(), [&](const RuleHit &h) { return h.rule.starts_with("fact.") && h.first <= t.firstWord && t.firstWord < h.end; });
        const auto begin = u.words[t.firstWord].begin;
        return t.minor || introduction || (begin >= at && begin < at + name.size());
    });
}

// That, or "yes for Dec 20" while a wish is taken down: it is in the fields and no detail of the wish.
bool BuiltinTurn::onlyTellsFacts(const Utterance &u) const
{
    return onlySaysTheName(u) || (m_intake.wanted && m_answered.empty() && namesOnlyADay(u, m_context, m_book));
}

void BuiltinTurn::takeRequest(const Utterance &u)
{
    if (isOtherTrade(u, m_turn.client.industry, m_book)) {
        note("other_trade", u.text);
        m_otherTrade = &u;
        m_unknown.push_back(&u);
    } else {
        m_requests.push_back(&u);
    }
}

// Its title asks just that, and its text has a number that can be called.
std::optional<PassageUse> BuiltinEngine::outsideHours(const EngineInput &input) const
{
    const auto &client = input.turn.client;
    const Lookup lookup {input, m_knowledge};
    for (const auto &found : lookup.ofHelpOutsideHours(m_book)) {
        const auto &d = *found.document;
        if (!phonesIn(d.text, client.region).empty())
            return PassageUse {d.id, d.title, d.text, found.score, d.version, true};
    }
    return std::nullopt;
}

Result<EngineAnswer> BuiltinEngine::answer(const EngineInput &input) const
{
    return BuiltinTurn {input, m_knowledge, m_book}.run();
}

} // namespace foredeck
