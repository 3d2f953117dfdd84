#include "server/services/assistant/builtinengine.h"

#include "models/core/text.h"
#include "server/services/assistant/hourstext.h"
#include "server/services/assistant/house.h"
#include "server/services/assistant/intake.h"
#include "server/services/assistant/lookup.h"
#include "server/services/assistant/phrases.h"
#include "server/services/assistant/trade.h"
#include "server/services/language/stem.h"

#include <algorithm>

namespace foredeck {

namespace {

using phrases::Values;

/// One turn while it is worked out: what can be answered, what stays open, what is asked next.
class BuiltinTurn {
public:
    BuiltinTurn(const EngineInput &input, const Knowledge &knowledge, const RuleBook &book)
        : m_input(input), m_turn(input.turn), m_lookup(input, knowledge), m_book(book), m_intake(intakeStateOf(input.turn.decisions))
    {
        m_result.lead = m_turn.lead;
        m_context = {m_input.language, m_turn.client.region, today()};
        m_utterances = utterancesOf(m_input.text, tablesFor(m_input.triage.language, m_input.language), m_book);
        m_facts = factsIn(m_input.text, m_context, m_book);
        for (const auto &question : m_turn.settings.intake) {
            if (question.fills == "timeline" && isHere(m_turn, m_book))
                m_intake.answered.insert(question.key); // "When do you arrive?"
        }
    }

    EngineAnswer run()
    {
        const bool spokenWith = std::any_of(m_turn.history.begin(), m_turn.history.end(), [](const Message &m) { return m.role != MessageRole::Lead; });
        if (spokenWith && isOnlyThankingSigns(m_input.text)) {
            m_result.intent = "thanks"; // and nothing is said
            return std::move(m_result);
        }
        m_result.leadChanged = takeFacts(m_result.lead, m_facts, corrects());
        readPendingAnswer();
        for (const auto &u : m_utterances)
            answer(u);
        mentionNotices();
        if (!handOverToHouse() && !handOverDissent() && !handOverChange() && !handOverUnknown() && !goOnWithIntake() && !closeWithAnswers() && !smallTalk())
            handOverStatement();
        return std::move(m_result);
    }

private:
    LocalTime today() const
    {
        const auto zone = m_turn.locations.empty() ? std::string {"UTC"} : m_turn.locations.front().hours.zone;
        return m_turn.zones->toLocal(m_turn.now, zone).valueOr({});
    }
    double floor() const { return m_turn.settings.answerFloor; }
    bool has(Wish wish) const { return first(wish) != nullptr; }
    const Utterance *first(Wish wish) const
    {
        const auto found = std::find_if(m_utterances.begin(), m_utterances.end(), [&](const Utterance &u) { return u.wish == wish; });
        return found == m_utterances.end() ? nullptr : &*found;
    }
    std::string say(std::string_view key, const std::string &asked, Values values = {}) const
    {
        values["business"] = m_turn.client.name;
        values["name"] = m_result.lead.name.substr(0, m_result.lead.name.find(' '));
        values["asked"] = asked;
        return phrases::say(key, m_input.language, m_input.text, values);
    }
    void add(const std::string &sentence)
    {
        if (!sentence.empty() && m_result.text.find(sentence) == std::string::npos)
            m_result.text += (m_result.text.empty() ? "" : " ") + sentence;
    }
    void note(std::string rule, std::string words) { m_result.rules.push_back({std::move(rule), true, singleLine(words, 120)}); }
    void conclude(DecisionAction action, std::string_view intent, double confidence)
    {
        m_result.action = action;
        if (m_result.intent.empty())
            m_result.intent = intent;
        m_result.confidence = std::max(m_result.confidence, confidence);
    }

    // ---- what was said to the question that was asked last

    void readPendingAnswer()
    {
        const auto &questions = m_turn.settings.intake;
        const auto pending = std::find_if(questions.begin(), questions.end(), [&](const IntakeQuestion &q) { return q.key == m_intake.pending; });
        if (pending == questions.end())
            return;
        m_pending = &*pending;
        auto value = answerTo(*pending, m_utterances, m_input.text, m_facts, m_context, m_book);
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
    void readName()
    {
        auto &lead = m_result.lead;
        const auto &questions = m_turn.settings.intake;
        const auto asksName = std::find_if(questions.begin(), questions.end(), [](const IntakeQuestion &q) { return q.fills == "name"; });
        if (!lead.name.empty() || asksName == questions.end() || m_utterances.size() != 1 || m_utterances.front().words.size() < 2)
            return;
        const auto name = nameFromAnswer(m_input.text, m_context, m_book);
        if (name.empty())
            return;
        lead.name = m_answered = name;
        m_result.leadChanged = true;
        m_intake.answered.insert(asksName->key);
        note("intake.answer", asksName->key);
    }

    // ---- questions

    void answer(const Utterance &u)
    {
        if (isForTheHouse(u, m_turn.client.industry, m_book)) {
            m_forTheHouse = m_forTheHouse ? m_forTheHouse : &u;
            return;
        }
        if (m_pending && m_answered.empty() && (u.unsure || namesNoDay(u))) {
            m_noAnswer = &u;
            return;
        }
        switch (u.wish) {
        case Wish::Identity:
            add(say("identity", {}));
            m_known.push_back("identity");
            return;
        case Wish::Hours:
            return answerHoursQuestion(u);
        case Wish::Address: case Wish::Contact:
            return answerRecord(u);
        case Wish::Question:
            if (answerBothHalves(u))
                return;
            if (answerFromKnowledge(u, isOtherTrade(u, m_turn.client.industry, m_book) ? std::max(floor(), floors::request) : floor()))
                return;
            if ((u.books && anyHit(u.hits, "intent.request")) || anyHit(u.hits, "intent.availability"))
                takeRequest(u); // "can I book …?", "is anything free at ten?": a wish, not a gap in what is known
            else if (!answersPending(u))
                m_unknown.push_back(&u);
            return;
        case Wish::Request:
            if (saysMoreThanTrade(u, m_turn.client.industry, m_input.language) && answerFromKnowledge(u, std::max(floor(), floors::request)))
                m_requests.push_back(&u);
            else
                takeRequest(u);
            return;
        case Wish::Statement:
            if (answersPending(u) || answerFromKnowledge(u, std::max(floor(), floors::statement), 2))
                return;
            if (!m_intake.wanted && isOtherTrade(u, m_turn.client.industry, m_book))
                takeRequest(u); // "We have to get a flat."
            else
                m_statements.push_back(&u);
            return;
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
            if (m_answered.empty() && factsIn(u.text, m_context, m_book).any())
                m_statements.push_back(&u); // "No, there are three of us."
            return;
        case Wish::Greeting: case Wish::HowAreYou: case Wish::Thanks: case Wish::Goodbye: case Wish::Decline:
            return;
        }
    }

    // "Yesterday", "30 February", said to the question for the day, and hardly a word beside it.
    bool namesNoDay(const Utterance &u) const
    {
        if (!m_facts.noDay || (m_pending->fills != "timeline" && m_pending->kind != IntakeKind::Date))
            return false;
        const auto terms = termsOf(u.words, m_input.language);
        return std::count_if(terms.begin(), terms.end(), [](const Term &t) { return !t.minor; }) <= 1;
    }

    // "Actually, make it Friday", while a wish is being taken down: nothing is booked yet that could be changed.
    bool corrects() const
    {
        return m_intake.wanted && !m_facts.when.empty() && std::any_of(m_utterances.begin(), m_utterances.end(), [](const Utterance &u) {
            return u.wish == Wish::Change || u.wish == Wish::Dissent || anyHit(u.hits, "fact.corrects");
        });
    }

    void takeRequest(const Utterance &u)
    {
        if (isOtherTrade(u, m_turn.client.industry, m_book)) {
            note("other_trade", u.text);
            m_otherTrade = &u;
            m_unknown.push_back(&u);
        } else {
            m_requests.push_back(&u);
        }
    }

    // ---- what is looked up

    // The sentence has just been taken as an answer to the pending question.
    bool answersPending(const Utterance &u) const
    {
        return !m_answered.empty() && !u.marked && (singleLine(u.text, 160).find(m_answered) != std::string::npos || m_answered.find(singleLine(u.text, 160)) != std::string::npos
            || m_pending->kind == IntakeKind::Choice || m_answered == m_result.lead.name);
    }

    void answerHoursQuestion(const Utterance &u)
    {
        // "Are you open at the fuel dock?" may be told in an answer of its own; "your hours?" is for the records.
        if (asksBesideHours(u) && answerFromKnowledge(u, std::max(floor(), 0.8)))
            return;
        const auto hours = answerHours(u, hoursQuestion());
        if (!hours.known) {
            if (!answerFromKnowledge(u, floor()))
                m_hoursUnknown = &u;
            return;
        }
        add(hours.text);
        m_known.push_back("hours");
    }
    bool asksBesideHours(const Utterance &u) const
    {
        const auto terms = termsOf(u.words, m_input.language);
        return std::any_of(terms.begin(), terms.end(), [](const Term &t) { return !t.minor && t.key != "=hours" && t.key != "=late" && t.key != "=early"; });
    }
    HoursQuestion hoursQuestion() const
    {
        return {m_turn.locations, m_turn.now, m_turn.zones, std::string {phrases::spoken(m_input.language)}, m_turn.client.region, m_turn.client.name};
    }

    void answerRecord(const Utterance &u)
    {
        // "Where are they?" names nothing that an answer could be found by.
        if (!m_lookup.saysLittle(u) && answerFromKnowledge(u, std::max(floor(), floors::request)))
            return;
        const bool address = u.wish == Wish::Address || anyHit(u.hits, "ask.address");
        const bool contact = u.wish == Wish::Contact || anyHit(u.hits, "ask.contact");
        std::string text;
        for (const auto &place : m_turn.locations) {
            const auto name = m_turn.locations.size() == 1 || place.name.empty() ? m_turn.client.name : place.name;
            if (address && !place.address.empty())
                text += (text.empty() ? "" : " ") + say("address", {}, {{"place", name}, {"address", singleLine(place.address, 200) + (place.zip.empty() || place.address.find(place.zip) != std::string::npos ? "" : ", " + place.zip)}});
        }
        if (contact && !m_turn.settings.contact.empty())
            text += (text.empty() ? "" : " ") + say("contact", {}, {{"contact", m_turn.settings.contact}});
        if (text.empty() && answerFromKnowledge(u, floor()))
            return;
        if (text.empty()) {
            m_unknown.push_back(&u);
            return;
        }
        add(text);
        m_known.push_back(address ? "address" : "contact");
    }

    // What a sentence that says little is about: what this turn told or asked before it, the wish that is being taken down,
    // or the last answer.
    std::string context(const Utterance &u) const
    {
        for (auto passage = m_result.passages.rbegin(); passage != m_result.passages.rend(); ++passage) {
            if (passage->used)
                return m_lookup.subjectOf(passage->title);
        }
        for (auto other = m_utterances.rbegin(); other != m_utterances.rend(); ++other) {
            if (&*other < &u && !m_lookup.saysLittle(*other) && (other->wish == Wish::Request || other->wish == Wish::Statement || other->wish == Wish::Question))
                return m_lookup.subjectOf(other->text);
        }
        if (!m_intake.pending.empty())
            return m_lookup.subjectOf(m_turn.lead.qualification.serviceInterest);
        const auto *last = m_lookup.lastUsed();
        return last ? m_lookup.subjectOf(last->title) : std::string {};
    }
    bool isForeign(const Document &document) const
    {
        return !document.language.empty() && document.language != phrases::spoken(m_input.language);
    }

    bool answerFromKnowledge(const Utterance &u, double needed, int agreeing = 1)
    {
        const auto found = m_lookup.find(u, m_lookup.saysLittle(u) ? context(u) : std::string {}, needed);
        if (found.empty())
            return false;
        needed += isForeign(*found.front().document) && !found.front().byConcepts ? floors::foreignMargin : 0;
        const bool enough = found.front().score >= needed && found.front().agreeing >= agreeing;
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto &d = *found[i].document;
            const bool used = enough && i == 0;
            const auto known = std::find_if(m_result.passages.begin(), m_result.passages.end(), [&](const PassageUse &p) { return p.document == d.id; });
            if (known != m_result.passages.end()) {
                known->used = known->used || used;
                known->score = std::max(known->score, found[i].score);
            } else {
                m_result.passages.push_back({d.id, d.title, d.text, found[i].score, d.version, used});
            }
        }
        if (!enough) {
            m_best = std::max(m_best, found.front().score);
            return false;
        }
        const auto &document = *found.front().document;
        add(isForeign(document) ? say("other_language", {}, {{"answer", document.text}}) : document.text);
        m_known.push_back("faq");
        m_result.confidence = std::max(m_result.confidence, found.front().score);
        return true;
    }

    // Only where each half has an answer of its own that fits well: else one answer to the whole says more.
    bool answerBothHalves(const Utterance &u)
    {
        const auto halves = halvesOf(u);
        if (!halves || m_lookup.saysLittle(halves->first) || m_lookup.saysLittle(halves->second))
            return false;
        double needed = std::max(floor(), floors::request);
        const auto first = m_lookup.find(halves->first, {}, needed);
        const auto second = m_lookup.find(halves->second, {}, needed);
        const bool both = !first.empty() && !second.empty() && first.front().score >= needed && second.front().score >= needed;
        if (!both || first.front().document->id == second.front().document->id)
            return false;
        return answerFromKnowledge(halves->first, floor()) && answerFromKnowledge(halves->second, floor());
    }

    // A dated word of the business is told to everybody whose question or wish it touches.
    void mentionNotices()
    {
        for (const auto &notice : m_turn.client.notices) {
            if (notice.from > m_turn.now || (notice.until && *notice.until <= m_turn.now))
                continue;
            const auto about = termsOf(wordsOf(notice.text), {});
            const auto touches = [&](const Utterance &u) {
                const auto asked = termsOf(u.words, {});
                return std::any_of(asked.begin(), asked.end(), [&](const Term &a) {
                    return !a.minor && std::any_of(about.begin(), about.end(), [&](const Term &b) { return a.key == b.key; });
                });
            };
            if (std::any_of(m_utterances.begin(), m_utterances.end(), touches)) {
                add(say("notice", {}, {{"notice", notice.text}}));
                note("notice", notice.text);
            }
        }
    }

    // ---- outcomes, in the order in which they are tried

    void handOver(EscalationReason reason, const Utterance *about, std::string_view key)
    {
        const auto asked = about ? askedFor(*about) : singleLine(m_input.text, 90);
        add(say(key, asked, {{"summary", summaryOf(m_result.lead, m_input.language)}}));
        HandOver over;
        over.reason = reason;
        over.detail = asked;
        over.brief.wants = summaryOf(m_result.lead, "en");
        m_result.handOver = std::move(over);
        if (m_result.intent.empty())
            m_result.intent = "hand_over";
        m_result.action = DecisionAction::HandedOver;
        m_result.confidence = std::max(m_result.confidence, m_best);
    }

    // A person is told at once: who stays in the house is no enquiry.
    bool handOverToHouse()
    {
        if (!m_forTheHouse)
            return false;
        note("house", m_forTheHouse->text);
        handOver(EscalationReason::LowConfidence, m_forTheHouse, "statement");
        return true;
    }

    // "No, that is wrong", without what would be right.
    bool handOverDissent()
    {
        if (!m_dissent)
            return false;
        note("dissent", m_dissent->text);
        handOver(EscalationReason::LowConfidence, m_dissent, "dissent");
        return true;
    }

    bool handOverChange()
    {
        const auto *change = first(Wish::Change);
        if (!change || corrects())
            return false;
        note("booking_change", change->text);
        handOver(EscalationReason::Rule, change, "change");
        return true;
    }

    bool handOverUnknown()
    {
        if (m_hoursUnknown && m_unknown.empty()) {
            handOver(EscalationReason::NotInKnowledge, m_hoursUnknown, "hours_unknown");
            return true;
        }
        if (m_unknown.empty())
            return false;
        handOver(EscalationReason::NotInKnowledge, m_unknown.front(),
            !m_known.empty() ? "unknown_beside" : m_unknown.front() == m_otherTrade ? "other_trade" : "unknown");
        for (std::size_t i = 1; i < m_unknown.size(); ++i)
            add(say("unknown_beside", askedFor(*m_unknown[i])));
        return true;
    }

    bool goOnWithIntake()
    {
        if (has(Wish::Decline) && m_requests.empty()) {
            m_result.rules.push_back({"intake.wanted", false, singleLine(m_input.text, 120)});
            m_intake.wanted = false;
            return false;
        }
        const bool leaves = has(Wish::Thanks) || has(Wish::Goodbye); // who takes leave is not asked again
        const bool told = !m_statements.empty() && !has(Wish::Goodbye) && nextQuestion(m_turn.settings, m_result.lead, m_intake); // "Toothache since yesterday."
        if (has(Wish::WrongNumber))
            return false;
        const bool content = !m_requests.empty() || !m_answered.empty() || (m_intake.wanted && !m_statements.empty()) || told;
        const bool unanswered = m_pending && m_answered.empty() && (has(Wish::Yes) || has(Wish::No) || m_noAnswer) && m_known.empty() && !leaves;
        if (!content && !unanswered)
            return false;
        note("intake.wanted", m_requests.empty() ? m_input.text : m_requests.front()->text);
        const auto acknowledged = acknowledge();
        const auto *next = nextQuestion(m_turn.settings, m_result.lead, m_intake);
        if (!next) {
            finishIntake();
            return true;
        }
        add(acknowledged);
        add(wordingOf(*next, m_input.language, m_turn.client.language));
        note("intake.ask", next->key);
        conclude(DecisionAction::Asked, "intake", 1);
        return true;
    }

    // Stores what was wished and says so in the customer's own words.
    std::string acknowledge()
    {
        auto &lead = m_result.lead;
        std::string noted;
        for (const auto *request : m_requests) {
            if (takeInterest(lead, m_turn.settings, *request, m_input.language)) {
                m_result.leadChanged = true;
                takeFacts(lead, m_facts);
            }
            if (noted.empty())
                noted = say("request_noted", askedFor(*request));
        }
        for (const auto *statement : m_statements)
            addDetail(singleLine(statement->text, 120));
        // What says most is repeated, not the name that it began with.
        const auto most = std::max_element(m_statements.begin(), m_statements.end(), [](const auto *a, const auto *b) { return a->text.size() < b->text.size(); });
        if (noted.empty() && m_answered.empty() && most != m_statements.end())
            noted = say("answer_noted", askedFor(**most));
        if (!noted.empty())
            return noted;
        if (!m_answered.empty())
            return say("answer_noted", m_answered);
        if (m_noAnswer)
            return say(m_noAnswer->unsure ? "not_known_yet" : "no_day", singleLine(m_noAnswer->text, 60));
        return m_pending ? say("ask_again", singleLine(m_input.text, 60)) : std::string {};
    }
    void addDetail(const std::string &text)
    {
        auto &interest = m_result.lead.qualification.serviceInterest;
        if (interest.find(text) != std::string::npos || interest.size() + text.size() > 400)
            return;
        interest += (interest.empty() ? "" : " · ") + text;
        m_result.leadChanged = true;
    }

    void finishIntake()
    {
        auto &lead = m_result.lead;
        const auto *request = m_requests.empty() ? (m_statements.empty() ? nullptr : m_statements.front()) : m_requests.front();
        const bool summary = !m_turn.settings.intake.empty() && !summaryOf(lead, m_input.language).empty();
        note("intake.complete", summaryOf(lead, "en"));
        if (summary && (lead.status == LeadStatus::New || lead.status == LeadStatus::Qualifying)) {
            lead.status = LeadStatus::Qualified;
            m_result.leadChanged = true;
        }
        m_result.intent = "intake";
        handOver(EscalationReason::Rule, request, summary ? "complete" : "complete_without");
    }

    bool closeWithAnswers()
    {
        if (m_known.empty())
            return false;
        conclude(DecisionAction::Answered, m_known.front(), m_result.confidence > 0 ? m_result.confidence : 1);
        const bool interested = m_intake.wanted || std::any_of(m_utterances.begin(), m_utterances.end(), [](const Utterance &u) { return u.books; });
        const auto *next = interested ? nextQuestion(m_turn.settings, m_result.lead, m_intake) : nullptr;
        if (next && next->key != m_intake.pending) { // who answers a question with a question is not pressed
            note("intake.wanted", m_input.text);
            note("intake.ask", next->key);
            add(wordingOf(*next, m_input.language, m_turn.client.language));
        }
        return true;
    }

    bool smallTalk()
    {
        if (!m_statements.empty())
            return false;
        struct Reply {
            Wish wish;
            std::string_view key;
        };
        static constexpr Reply replies[] {{Wish::HowAreYou, "how_are_you"}, {Wish::Goodbye, "bye"}, {Wish::Thanks, "thanks"},
            {Wish::Decline, "no"}, {Wish::No, "no"}, {Wish::Yes, "yes"}, {Wish::Greeting, "greeting"}};
        for (const auto &[wish, key] : replies) {
            if (!has(wish))
                continue;
            const bool named = wish == Wish::Thanks && !m_result.lead.name.empty() && phrases::has("thanks_name", m_input.language);
            add(say(named ? "thanks_name" : key, {}));
            conclude(DecisionAction::Answered, key, 1);
            return true;
        }
        return false;
    }

    void handOverStatement()
    {
        handOver(EscalationReason::NotInKnowledge, m_statements.empty() ? nullptr : m_statements.front(), "statement");
    }

    const EngineInput &m_input;
    const TurnInput &m_turn;
    Lookup m_lookup;
    const RuleBook &m_book;
    IntakeState m_intake;
    FactsContext m_context;
    std::vector<Utterance> m_utterances;
    Facts m_facts;
    EngineAnswer m_result;
    const IntakeQuestion *m_pending = nullptr;
    std::string m_answered; ///< what the turn said to the pending question
    std::vector<std::string_view> m_known; ///< kinds of what was answered from records
    std::vector<const Utterance *> m_unknown;
    std::vector<const Utterance *> m_requests;
    std::vector<const Utterance *> m_statements;
    const Utterance *m_forTheHouse = nullptr;
    const Utterance *m_dissent = nullptr;
    const Utterance *m_noAnswer = nullptr; ///< answers the pending question with nothing that could be taken down
    const Utterance *m_hoursUnknown = nullptr;
    const Utterance *m_otherTrade = nullptr; ///< among m_unknown: a wish that is some other business's
    double m_best = 0;
};

} // namespace

Result<EngineAnswer> BuiltinEngine::answer(const EngineInput &input) const
{
    return BuiltinTurn {input, m_knowledge, m_book}.run();
}

} // namespace foredeck
