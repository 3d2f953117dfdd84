#include "server/services/assistant/orchestrator.h"

#include "models/core/text.h"
#include "models/domain/wayback.h"
#include "server/services/assistant/carefit.h"
#include "server/services/assistant/facts.h"
#include "server/services/assistant/intake.h"
#include "server/services/assistant/turnplanner.h"
#include "server/services/scoring/scoring.h"

#include <algorithm>
#include <exception>

namespace foredeck {

namespace {

constexpr std::ptrdiff_t fewWords = 3;

// A text of few words says too little to change the language that is being spoken.
std::string languageToSpeak(const TurnInput &input, const Triage &triage, std::string_view text)
{
    const auto &held = input.conversation.language;
    const bool window = input.conversation.channelKind == ChannelKind::LiveChat; // tells nothing of the lead
    const auto words = wordsOf(text);
    const auto spoken = std::count_if(words.begin(), words.end(), [](const Word &w) { return w.text.find_first_of("0123456789") == std::string::npos; });
    if (triage.language.empty() || (!held.empty() && spoken < fewWords)) // "2 Erw. 1 Kind"
        return !held.empty() ? held : !input.lead.language.empty() && !window ? input.lead.language : triage.language.empty() ? input.client.language : triage.language;
    return triage.language;
}

} // namespace

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

TurnPlan TurnPlanner::run()
{
    if (m_waiting.empty()) {
        m_plan.nothing = true;
        m_plan.lead = m_input.lead;
        scoreAlone();
        return std::move(m_plan);
    }
    read();
    begin();
    if (!consent() && !ownership() && !triggers() && !engine())
        handOver(EscalationReason::AiFailure, say("failure"), "");
    finish();
    return std::move(m_plan);
}

void TurnPlanner::read()
{
    m_text.clear();
    for (const auto *message : m_waiting)
        m_text += (m_text.empty() ? "" : "\n") + message->text;
    m_triage = triageOf(m_text, triageOptions(), m_book);
    m_language = languageToSpeak(m_input, m_triage, m_text);
}

TriageOptions TurnPlanner::triageOptions() const
{
    const auto &settings = m_input.settings;
    const auto &hint = m_input.conversation.language.empty() ? m_input.client.language : m_input.conversation.language;
    return {hint, settings.handOverWords, settings.emergencyWords, treatsPeople(m_input.client.industry, m_book)};
}

void TurnPlanner::begin()
{
    m_plan.lead = m_input.lead;
    m_bookingTalk = isBookingTalk(m_input, m_book);
    auto &decision = m_plan.decision;
    decision.client = m_input.client.id;
    decision.conversation = m_input.conversation.id;
    decision.message = m_waiting.back()->id;
    decision.seenPosition = m_input.conversation.lastPublicPosition;
    std::transform(m_waiting.begin(), m_waiting.end(), std::back_inserter(decision.readPositions), [](const Message *m) { return m->position; });
    decision.language = m_triage.language;
    decision.urgency = m_triage.urgency;
    decision.mood = m_triage.mood;
    decision.rules = m_triage.rules;
    decision.engine = m_engine.name();
    decision.model = m_engine.model();
    decision.confidence = 1;
}

bool TurnPlanner::engine()
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
        decision.reason = nothingToSay;
    }
    if (const auto *sent = m_plan.handOver ? nullptr : withUnseenFile())
        passOnFile(*sent);
    return true;
}

Result<EngineAnswer> TurnPlanner::ask() const
{
    try { // an engine may be anything; what it throws ends here
        return m_engine.answer({m_input, m_waiting, m_text, m_language, m_triage});
    } catch (const std::exception &e) {
        return Error::of(Error::Kind::Internal, std::string {"the engine failed: "} + e.what());
    } catch (...) {
        return Error::of(Error::Kind::Internal, "the engine failed");
    }
}

void TurnPlanner::finish()
{
    if (m_plan.nothing)
        return scoreAlone();
    auto &plan = m_plan;
    if (plan.reply.empty() && !plan.handOver)
        consentAlone();
    if (plan.reply.empty() && !plan.handOver && isHandedBack() && plan.decision.reason != nothingToSay)
        addHandOver(EscalationReason::Rule, m_text); // they gave it back to have it answered: where that cannot be, they have it again
    if (!plan.reply.empty() && !m_input.client.safeMode && !hasWayBack(m_input.conversation.channelKind.value()))
        leaveToPeople();
    if (!plan.reply.empty() && !plan.compliance)
        plan.reply = wholeReply();
    plan.reply = std::string {clipUtf8(plan.reply, maxMessageBytes)};
    if (plan.handOver)
        fillBrief(*plan.handOver);
    plan.wishIsOpen = !plan.handOver && intakeStateOf(m_input, &plan.decision).wanted;
    if (!m_triage.language.empty() && m_language == m_triage.language && m_language != m_input.conversation.language)
        plan.language = m_language;
    updateLead();
}

void TurnPlanner::updateLead()
{
    auto &lead = m_plan.lead;
    if (lead.language.empty() && !m_triage.language.empty())
        lead.language = m_triage.language;
    // What cut the engine short is read here: a person who takes over wants to know who writes, and from where.
    if (!m_isRead && !m_plan.compliance)
        m_plan.leadChanged = takeFacts(lead, factsIn(m_text, {m_language, m_input.client.region, today()}, m_book), false);
    putScore(&m_plan.decision);
    const bool working = m_plan.decision.action == DecisionAction::Asked || m_plan.decision.action == DecisionAction::Answered;
    if (working && lead.status == LeadStatus::New)
        lead.status = LeadStatus::Qualifying;
    const auto &before = m_input.lead;
    m_plan.leadChanged = m_plan.leadChanged || lead.language != before.language || lead.score != before.score
        || lead.scoreFactors != before.scoreFactors || !(lead.status == before.status) || !(lead.temperature == before.temperature);
}

void TurnPlanner::putScore(const Decision *planned)
{
    auto &lead = m_plan.lead;
    auto score = scoreOf({lead, m_input.history, today(), m_input.client.region, m_input.decisions, planned}, m_book);
    lead.score = score.points;
    lead.scoreFactors = std::move(score.factors);
    lead.temperature = score.temperature;
}

// Nothing is said and nothing decided: people have the conversation. What the customer writes to them counts like any other word.
void TurnPlanner::scoreAlone()
{
    m_plan.leadChanged = false;
    if (isAssistants())
        return;
    putScore(nullptr);
    const auto &before = m_input.lead;
    m_plan.leadChanged = m_plan.lead.score != before.score || m_plan.lead.scoreFactors != before.scoreFactors || !(m_plan.lead.temperature == before.temperature);
}

LocalTime TurnPlanner::today() const
{
    const auto zone = m_input.locations.empty() ? std::string {"UTC"} : m_input.locations.front().hours.zone;
    return m_input.zones->toLocal(m_input.now, zone).valueOr({});
}

void TurnPlanner::silent(std::string_view why)
{
    m_plan.decision.action = DecisionAction::Silent;
    m_plan.decision.reason = why;
}

void TurnPlanner::addHandOver(EscalationReason reason, std::string_view detail)
{
    HandOver over;
    over.reason = reason;
    over.priority = priorityOf(reason);
    over.detail = singleLine(detail, 120);
    m_plan.handOver = std::move(over);
    if (m_plan.decision.reason.empty() || m_plan.decision.reason == nothingToSay) // the vendor has said what was to be said
        m_plan.decision.reason = nameOf(reason);
}

void TurnPlanner::handOver(EscalationReason reason, std::string text, std::string_view detail)
{
    m_plan.reply = std::move(text);
    m_plan.decision.action = reason == EscalationReason::AiFailure ? DecisionAction::Failed : DecisionAction::HandedOver;
    m_plan.decision.reason = nameOf(reason);
    m_plan.decision.intent = "hand_over";
    addHandOver(reason, detail);
}

// Nothing can be sent back through a web form: the enquiry is a person's, who writes or calls. In safe mode the words are kept,
// so that one can see what would be said.
void TurnPlanner::leaveToPeople()
{
    auto &decision = m_plan.decision;
    m_plan.reply.clear();
    for (auto &passage : decision.passages)
        passage.used = false;
    if (m_plan.handOver || decision.action == DecisionAction::OptedOut || decision.action == DecisionAction::OptedIn)
        return;
    m_plan.compliance = false;
    decision.action = DecisionAction::HandedOver;
    addHandOver(EscalationReason::Rule, quoted());
    note("no_way_back", "");
}

void TurnPlanner::fillBrief(HandOver &over) const
{
    auto &brief = over.brief;
    if (brief.why.empty())
        brief.why = over.detail;
    if (brief.wants.empty())
        brief.wants = singleLine(quoted(), 200);
}

void TurnPlanner::note(std::string_view rule, std::string_view words)
{
    m_plan.decision.rules.push_back({std::string {rule}, true, singleLine(words, 120)});
}

std::string TurnPlanner::firedWords() const
{
    const auto fired = std::find_if(m_triage.rules.begin(), m_triage.rules.end(), [](const RuleTrace &r) { return r.fired && !r.words.empty(); });
    return fired == m_triage.rules.end() ? std::string {} : fired->words;
}

TurnPlan planTurn(const TurnInput &input, const Engine &engine, const RuleBook &book)
{
    return TurnPlanner {input, engine, book}.run();
}

} // namespace foredeck
