#include "server/services/assistant/orchestrator.h"

#include "models/core/text.h"
#include "server/services/assistant/facts.h"
#include "server/services/assistant/hourstext.h"
#include "server/services/assistant/intake.h"
#include "server/services/assistant/phrases.h"
#include "server/services/assistant/questions.h"
#include "server/services/consent/consent.h"
#include "server/services/language/stem.h"
#include "server/services/scoring/scoring.h"

#include <algorithm>
#include <exception>

namespace foredeck {

namespace {

using phrases::Values;

constexpr std::size_t bookingTalkReach = 8;
constexpr std::size_t fewWords = 3;

// A text of few words says too little to change the language that is being spoken.
std::string languageToSpeak(const TurnInput &input, const Triage &triage, std::string_view text)
{
    const auto &held = input.conversation.language;
    if (triage.language.empty() || (!held.empty() && wordsOf(text, fewWords).size() < fewWords))
        return !held.empty() ? held : !input.lead.language.empty() ? input.lead.language : triage.language.empty() ? input.client.language : triage.language;
    return triage.language;
}

bool speaksOnPhone(const Conversation &conversation)
{
    return conversation.channelKind.value() == ChannelKind::Sms || conversation.channelKind.value() == ChannelKind::WhatsApp;
}

int priorityOf(EscalationReason reason)
{
    switch (reason) {
    case EscalationReason::Emergency:
        return 1;
    case EscalationReason::Legal: case EscalationReason::PaymentDispute: case EscalationReason::Sensitive:
    case EscalationReason::HumanRequested: case EscalationReason::Complaint: case EscalationReason::AiFailure:
        return 2;
    default:
        return 3;
    }
}

class Planner {
public:
    Planner(const TurnInput &input, const Engine &engine, const RuleBook &book)
        : m_input(input), m_engine(engine), m_book(book), m_waiting(waitingMessages(input)) { }

    TurnPlan run()
    {
        if (m_waiting.empty()) {
            m_plan.nothing = true;
            return std::move(m_plan);
        }
        begin();
        if (!consent() && !ownership() && !triggers() && !engine())
            handOver(EscalationReason::AiFailure, say("failure"), "");
        finish();
        return std::move(m_plan);
    }

private:
    void begin()
    {
        for (const auto *message : m_waiting)
            m_text += (m_text.empty() ? "" : "\n") + message->text;
        const auto &settings = m_input.settings;
        const auto &hint = m_input.conversation.language.empty() ? m_input.client.language : m_input.conversation.language;
        m_triage = triageOf(m_text, {hint, settings.handOverWords, settings.emergencyWords}, m_book);
        m_language = languageToSpeak(m_input, m_triage, m_text);
        m_plan.lead = m_input.lead;
        auto &decision = m_plan.decision;
        decision.client = m_input.client.id;
        decision.conversation = m_input.conversation.id;
        decision.message = m_waiting.back()->id;
        decision.seenPosition = m_input.conversation.lastPublicPosition;
        decision.language = m_triage.language;
        decision.urgency = m_triage.urgency;
        decision.mood = m_triage.mood;
        decision.rules = m_triage.rules;
        decision.engine = m_engine.name();
        decision.model = m_engine.model();
        decision.confidence = 1;
    }

    // The state of consent was set when the message came in (ingest); here it is answered, once.
    bool consent()
    {
        const auto state = m_input.consent.state.value();
        const bool byThisTurn = std::any_of(m_waiting.begin(), m_waiting.end(), [&](const Message *m) { return m->at == m_input.consent.at; });
        const auto last = findConsent(m_waiting.back()->text, {state, isBookingTalk(m_input.history, m_input.lead, m_book)}, m_book);
        if (state == ConsentState::OptedOut && byThisTurn && !isConfirmed(DecisionAction::OptedOut)) {
            const bool booking = last.signal == ConsentSignal::OptOut && last.mayMeanBooking;
            complianceReply(booking ? "opted_out_booking" : "opted_out", DecisionAction::OptedOut, last);
            if (booking)
                addHandOver(EscalationReason::Rule, last.words);
            return true;
        }
        if (state == ConsentState::Given && byThisTurn && !isConfirmed(DecisionAction::OptedIn)) {
            complianceReply("opted_in", DecisionAction::OptedIn, last);
            return true;
        }
        if (last.signal == ConsentSignal::Help && m_waiting.size() == 1 && !m_triage.escalate) {
            complianceReply("help", DecisionAction::Helped, last);
            return true;
        }
        if (state != ConsentState::OptedOut)
            return false;
        silent("opted_out");
        if (m_triage.escalate && m_input.conversation.owner.kind == OwnerKind::Assistant)
            addHandOver(*m_triage.escalate, firedWords());
        return true;
    }

    bool isConfirmed(DecisionAction action) const
    {
        return std::any_of(m_input.decisions.begin(), m_input.decisions.end(), [&](const Decision &d) { return d.action == action && d.at >= m_input.consent.at; });
    }

    bool ownership()
    {
        if (m_input.conversation.owner.kind != OwnerKind::Assistant || m_input.conversation.status == ConversationStatus::Ended) {
            m_plan.nothing = true; // somebody else's turn, or nobody's any more: nothing to think about
            return true;
        }
        if (m_input.client.assistantOn && m_input.client.status != ClientStatus::Paused)
            return false;
        silent("assistant_off");
        if (m_triage.escalate)
            addHandOver(*m_triage.escalate, firedWords());
        else
            m_plan.release = true;
        return true;
    }

    bool triggers()
    {
        if (m_triage.escalate) {
            handOver(*m_triage.escalate, triggerText(*m_triage.escalate), firedWords());
            return true;
        }
        const auto answered = std::count_if(m_input.decisions.begin(), m_input.decisions.end(),
            [](const Decision &d) { return d.action == DecisionAction::Answered || d.action == DecisionAction::Asked; });
        if (m_input.settings.longConversation > 0 && answered >= m_input.settings.longConversation) {
            handOver(EscalationReason::LongConversation, say("long"), std::to_string(answered));
            return true;
        }
        if (trimmed(m_text).empty() && !hasAttachment()) {
            silent("nothing_to_say"); // blanks: there is nothing to answer
            return true;
        }
        if (wordsOf(m_text, 1).empty() && hasAttachment()) {
            handOver(EscalationReason::NotInKnowledge, say("attachment"), m_waiting.back()->attachments.front().name);
            note("attachment", m_waiting.back()->attachments.front().mediaType);
            return true;
        }
        if (const auto *before = askedBefore()) {
            handOver(EscalationReason::LowConfidence, say("repeated"), singleLine(before->text, 120));
            note("repeated_question", before->text);
            return true;
        }
        if (!m_triage.language.empty() && phrases::spoken(m_triage.language) != m_triage.language && m_language == m_triage.language) {
            handOver(EscalationReason::LowConfidence, say("unknown"), m_triage.language);
            note("language_not_spoken", m_triage.language);
            return true;
        }
        return false;
    }

    bool engine()
    {
        const auto result = ask();
        if (result.hasError()) {
            m_plan.decision.failure = result.error().detail;
            return false;
        }
        const auto &answer = result.value();
        auto &decision = m_plan.decision;
        decision.action = answer.action;
        decision.intent = answer.intent;
        decision.confidence = answer.confidence;
        decision.passages = answer.passages;
        decision.rules.insert(decision.rules.end(), answer.rules.begin(), answer.rules.end());
        decision.tokensIn = answer.tokensIn;
        decision.tokensOut = answer.tokensOut;
        m_plan.reply = answer.text;
        m_plan.lead = answer.lead;
        m_plan.leadChanged = answer.leadChanged;
        m_isRead = true;
        if (answer.handOver) {
            m_plan.handOver = answer.handOver;
            m_plan.handOver->priority = priorityOf(answer.handOver->reason);
            decision.reason = nameOf(answer.handOver->reason);
        }
        if (m_plan.reply.empty() && !m_plan.handOver) {
            decision.action = DecisionAction::Silent;
            decision.reason = "nothing_to_say";
        }
        return true;
    }

    Result<EngineAnswer> ask() const
    {
        try { // an engine may be anything; what it throws ends here
            return m_engine.answer({m_input, m_waiting, m_text, m_language, m_triage});
        } catch (const std::exception &e) {
            return Error::of(Error::Kind::Internal, std::string {"the engine failed: "} + e.what());
        } catch (...) {
            return Error::of(Error::Kind::Internal, "the engine failed");
        }
    }

    void finish()
    {
        if (m_plan.nothing)
            return;
        auto &plan = m_plan;
        if (plan.handOver && !plan.reply.empty() && plan.handOver->reason != EscalationReason::Emergency && !plan.compliance)
            addClosedHint();
        if (!plan.reply.empty() && !plan.compliance && isFirstReply())
            plan.reply = introduction() + plan.reply + optOutHint();
        plan.reply = std::string {clipUtf8(plan.reply, maxMessageBytes)};
        if (plan.handOver)
            fillBrief(*plan.handOver);
        if (!m_triage.language.empty() && m_language == m_triage.language && m_language != m_input.conversation.language)
            plan.language = m_language;
        updateLead();
    }

    void updateLead()
    {
        auto &lead = m_plan.lead;
        if (lead.language.empty() && !m_triage.language.empty())
            lead.language = m_triage.language;
        const auto zone = m_input.locations.empty() ? std::string {"UTC"} : m_input.locations.front().hours.zone;
        const auto today = m_input.zones->toLocal(m_input.now, zone).valueOr({});
        // What cut the engine short is read here: a person who takes over wants to know who writes, and from where.
        if (!m_isRead && !m_plan.compliance)
            m_plan.leadChanged = takeFacts(lead, factsIn(m_text, {m_language, m_input.client.region, today}, m_book), false);
        const auto score = scoreOf({lead, m_input.history, today, m_input.client.region}, m_book);
        lead.score = score.points;
        lead.scoreFactors = score.factors;
        lead.temperature = score.temperature;
        const bool working = m_plan.decision.action == DecisionAction::Asked || m_plan.decision.action == DecisionAction::Answered;
        if (working && lead.status == LeadStatus::New)
            lead.status = LeadStatus::Qualifying;
        const auto &before = m_input.lead;
        m_plan.leadChanged = m_plan.leadChanged || lead.language != before.language || lead.score != before.score
            || lead.scoreFactors != before.scoreFactors || !(lead.status == before.status) || !(lead.temperature == before.temperature);
    }

    void complianceReply(std::string_view key, DecisionAction action, const ConsentFinding &finding)
    {
        Values values;
        if (!m_input.settings.contact.empty())
            values["contact_line"] = say("help_contact", {{"contact", m_input.settings.contact}}) + " ";
        m_plan.reply = say(key, std::move(values));
        m_plan.compliance = true;
        m_plan.decision.action = action;
        m_plan.decision.intent = "consent";
        note(finding.rule, finding.words);
    }

    void silent(std::string_view why)
    {
        m_plan.decision.action = DecisionAction::Silent;
        m_plan.decision.reason = why;
    }

    void addHandOver(EscalationReason reason, std::string_view detail)
    {
        HandOver over;
        over.reason = reason;
        over.priority = priorityOf(reason);
        over.detail = singleLine(detail, 120);
        m_plan.handOver = std::move(over);
    }

    void handOver(EscalationReason reason, std::string text, std::string_view detail)
    {
        m_plan.reply = std::move(text);
        m_plan.decision.action = reason == EscalationReason::AiFailure ? DecisionAction::Failed : DecisionAction::HandedOver;
        m_plan.decision.reason = nameOf(reason);
        m_plan.decision.intent = "hand_over";
        addHandOver(reason, detail);
    }

    std::string triggerText(EscalationReason reason) const
    {
        switch (reason) {
        case EscalationReason::Emergency:
            return say(std::any_of(m_triage.rules.begin(), m_triage.rules.end(), [](const RuleTrace &r) { return r.fired && r.rule == "emergency.selfharm"; }) ? "selfharm" : "emergency");
        case EscalationReason::Legal:
            return say("legal");
        case EscalationReason::PaymentDispute:
            return say("payment");
        case EscalationReason::Sensitive:
            return say("sensitive");
        case EscalationReason::Complaint:
            return say("complaint");
        default:
            return say(wordsOf(m_text, 7).size() > 6 ? "human_about" : "human");
        }
    }

    std::string say(std::string_view key, Values values = {}) const
    {
        values["business"] = m_input.client.name;
        values["asked"] = singleLine(m_text, 90);
        return phrases::say(key, m_language, m_text.empty() ? m_plan.decision.message.value : m_text, values);
    }

    void note(std::string_view rule, std::string_view words)
    {
        m_plan.decision.rules.push_back({std::string {rule}, true, singleLine(words, 120)});
    }

    std::string firedWords() const
    {
        const auto fired = std::find_if(m_triage.rules.begin(), m_triage.rules.end(), [](const RuleTrace &r) { return r.fired && !r.words.empty(); });
        return fired == m_triage.rules.end() ? std::string {} : fired->words;
    }

    // An earlier message of the customer that asked the same and was answered.
    const Message *askedBefore() const
    {
        const auto key = termKey(m_text);
        if (key.size() < 2 || m_text.find_first_of("?؟？") == std::string::npos)
            return nullptr;
        for (const auto &message : m_input.history) {
            if (message.role.value() != MessageRole::Lead || message.position >= m_waiting.front()->position)
                continue;
            const bool answered = std::any_of(m_input.decisions.begin(), m_input.decisions.end(),
                [&](const Decision &d) { return d.message == message.id && d.action == DecisionAction::Answered; });
            if (answered && termKey(message.text) == key)
                return &message;
        }
        return nullptr;
    }
    std::vector<std::string> termKey(std::string_view text) const
    {
        std::vector<std::string> keys;
        for (auto &term : termsOf(wordsOf(text, 60), m_language))
            keys.push_back(std::move(term.key));
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        return keys;
    }

    bool hasAttachment() const { return !m_waiting.back()->attachments.empty(); }
    bool isFirstReply() const
    {
        return std::none_of(m_input.history.begin(), m_input.history.end(), [](const Message &m) { return m.role == MessageRole::Ai; });
    }

    std::string introduction() const
    {
        const auto own = m_input.settings.greeting.find(std::string {phrases::spoken(m_language)});
        const auto builtin = say("intro");
        if (own == m_input.settings.greeting.end() || own->second.empty())
            return builtin + " ";
        // A greeting of the client's own must still say who writes, and that it is no person.
        const bool tells = own->second.find(m_input.client.name) != std::string::npos && anyHit(m_book.hits(wordsOf(own->second)), "says.assistant");
        return tells ? own->second + " " : builtin + " " + own->second + " ";
    }
    std::string optOutHint() const
    {
        return speaksOnPhone(m_input.conversation) ? "\n" + say("intro_optout") : std::string {};
    }

    void addClosedHint()
    {
        const HoursQuestion question {m_input.locations, m_input.now, m_input.zones, std::string {phrases::spoken(m_language)}, m_input.client.region, m_input.client.name};
        if (const auto when = nextOpeningText(question); !when.empty())
            m_plan.reply += " " + say("closed", {{"when", when}});
    }

    void fillBrief(HandOver &over) const
    {
        auto &brief = over.brief;
        if (brief.why.empty())
            brief.why = over.detail;
        if (brief.wants.empty())
            brief.wants = singleLine(m_text, 200);
        if (!m_triage.mood.empty())
            brief.mood = {m_triage.mood};
        for (const auto &decision : m_input.decisions) {
            for (const auto &passage : decision.passages) {
                if (passage.used && std::find(brief.tried.begin(), brief.tried.end(), passage.title) == brief.tried.end())
                    brief.tried.push_back(passage.title);
            }
        }
    }

    const TurnInput &m_input;
    const Engine &m_engine;
    const RuleBook &m_book;
    std::vector<const Message *> m_waiting;
    std::string m_text;
    Triage m_triage;
    std::string m_language;
    TurnPlan m_plan;
    bool m_isRead = false; ///< the engine has taken the facts of this turn
};

} // namespace

std::vector<const Message *> waitingMessages(const TurnInput &input)
{
    std::int64_t seen = 0;
    for (const auto &decision : input.decisions)
        seen = std::max(seen, decision.seenPosition);
    for (const auto &message : input.history) {
        if (message.role == MessageRole::Ai || message.role == MessageRole::Staff)
            seen = std::max(seen, message.position);
    }
    std::vector<const Message *> waiting;
    for (const auto &message : input.history) {
        if (message.role == MessageRole::Lead && message.position > seen)
            waiting.push_back(&message);
    }
    return waiting;
}

bool isBookingTalk(const std::vector<Message> &history, const Lead &lead, const RuleBook &book)
{
    if (!lead.qualification.timeline.empty())
        return true;
    std::size_t looked = 0;
    for (auto message = history.rbegin(); message != history.rend() && looked < bookingTalkReach; ++message, ++looked) {
        const auto hits = book.hits(wordsOf(message->text, 200));
        if (anyHit(hits, "intent.book") || anyHit(hits, "intent.change"))
            return true;
    }
    return false;
}

std::string missedCallText(const Client &client, const ClientSettings &settings)
{
    return settings.missedCallText.empty() ? phrases::say("missed_call", client.language, client.id.value, {{"business", client.name}}) : settings.missedCallText;
}

TurnPlan planTurn(const TurnInput &input, const Engine &engine, const RuleBook &book)
{
    return Planner {input, engine, book}.run();
}

} // namespace foredeck
