#include "models/core/text.h"
#include "server/services/assistant/cardnumbers.h"
#include "server/services/assistant/turnplanner.h"
#include "server/services/language/stem.h"
#include "server/services/triage/signs.h"

#include <algorithm>

namespace foredeck {

bool TurnPlanner::triggers()
{
    if (asksWhetherToStop())
        return true;
    if (m_triage.escalate != EscalationReason::Emergency && ruled())
        return true;
    if (withoutCardNumbers(m_text)) {
        const auto reason = m_triage.escalate.value_or(EscalationReason::Sensitive);
        const auto alarm = reason == EscalationReason::Emergency ? triggerText(reason) + " " : std::string {};
        handOver(reason, alarm + say("card"), quoted());
        note("card_number", "");
        return true;
    }
    if (m_triage.escalate) {
        handOver(*m_triage.escalate, triggerText(*m_triage.escalate), firedWords());
        findHelpOutsideHours();
        return true;
    }
    const auto answered = std::count_if(m_input.decisions.begin(), m_input.decisions.end(),
        [&](const Decision &d) { return d.at >= m_input.handedBackAt && (d.action == DecisionAction::Answered || d.action == DecisionAction::Asked); });
    if (m_input.settings.longConversation > 0 && answered >= m_input.settings.longConversation) {
        handOver(EscalationReason::LongConversation, say("long"), std::to_string(answered));
        return true;
    }
    if (trimmed(m_text).empty() && !hasAttachment()) {
        silent(nothingToSay); // blanks: there is nothing to answer
        return true;
    }
    const auto *sent = wordsOf(m_text, 1).empty() ? withAttachment() : saysSomething(m_text) ? nullptr : withUnseenFile();
    if (sent) {
        handOver(EscalationReason::NotInKnowledge, say("attachment"), sent->attachments.front().name);
        note("attachment", sent->attachments.front().mediaType);
        return true;
    }
    if (const auto *before = askedBefore()) {
        handOver(EscalationReason::LowConfidence, say("repeated"), singleLine(before->text, 120));
        note("repeated_question", before->text);
        return true;
    }
    if (!isSpoken() && m_language == m_triage.language) {
        handOver(EscalationReason::LowConfidence, say("unknown"), m_triage.language);
        note("language_not_spoken", m_triage.language);
        return true;
    }
    return false;
}

// The model alone hears a wish to be written to no more, in what it was not asked about yet.
std::optional<ConsentFinding> TurnPlanner::perhapsOptOut() const
{
    const auto wasAsked = [&](const Message &message) {
        return std::any_of(m_input.decisions.begin(), m_input.decisions.end(), [&](const Decision &d) {
            return d.action == DecisionAction::HandedOver && d.seenPosition >= message.position
                && std::any_of(d.rules.begin(), d.rules.end(), [](const RuleTrace &r) { return r.rule == modelRuleOf(Sign::OptOut); });
        });
    };
    for (auto message = m_waiting.rbegin(); message != m_waiting.rend(); ++message) {
        if (auto finding = findIn(**message, m_input.consent.state.value()); finding.signal == ConsentSignal::PerhapsOptOut && !wasAsked(**message))
            return finding;
    }
    return std::nullopt;
}

// It may be wrong, so nothing is changed: they are told which word ends the messages, once, and a person reads it before the
// assistant says anything more. What is worse than a message too many is answered as it is, and tells of it too.
bool TurnPlanner::asksWhetherToStop()
{
    const auto found = perhapsOptOut();
    if (!found)
        return false;
    note(found->rule, found->words);
    const auto reason = m_triage.escalate.value_or(EscalationReason::LowConfidence);
    if (reason == EscalationReason::Emergency || withoutCardNumbers(m_text))
        return false;
    const auto first = reason == EscalationReason::Sensitive ? triggerText(reason) + " " : std::string {};
    handOver(reason, first + say("perhaps_opt_out"), found->words);
    m_plan.handOver->brief.why = phrases::say("perhaps_opt_out_why", m_input.client.language, {}, {{"words", found->words}});
    return true;
}

std::string TurnPlanner::triggerText(EscalationReason reason) const
{
    switch (reason) {
    case EscalationReason::Emergency:
        return say(fired("emergency.selfharm") ? "selfharm" : isInTheAir() ? "emergency_leave" : "emergency");
    case EscalationReason::Legal:
        return say("legal");
    case EscalationReason::PaymentDispute:
        return say("payment");
    case EscalationReason::Sensitive:
        return say(fired("handover.sensitive.bereavement") ? "condolence" : "sensitive");
    case EscalationReason::Complaint:
        return say(isInsult() ? "complaint_plain" : "complaint");
    case EscalationReason::LowConfidence:
        return say("statement");
    default:
        return say(wordsOf(m_text, 7).size() > 6 && !isInsult() ? "human_about" : "human");
    }
}

// An emergency while nobody is there: whom the business itself names for it. Who does not want to live is sent to no dentist.
void TurnPlanner::findHelpOutsideHours()
{
    if (m_triage.escalate != EscalationReason::Emergency || fired("emergency.selfharm") || closedHint().empty())
        return;
    try { // an engine may be anything; what it throws ends here
        m_outsideHours = m_engine.outsideHours({m_input, m_waiting, m_text, m_language, m_triage});
    } catch (...) {
        note("outside_hours_failed", "");
    }
}

// Fire, smoke and gas: whoever is there leaves first. What the model alone heard is told by the words that name them.
bool TurnPlanner::isInTheAir() const
{
    return fired("emergency.fire") || fired("emergency.gas") || fired("emergency.gas.monoxide") || (fired(modelRuleOf(Sign::Emergency)) && anyHit(m_book.hits(wordsOf(m_text)), "danger.air"));
}

bool TurnPlanner::fired(std::string_view rule) const
{
    return std::any_of(m_triage.rules.begin(), m_triage.rules.end(), [&](const RuleTrace &r) { return r.fired && r.rule == rule; });
}

const Message *TurnPlanner::withAttachment() const
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [](const Message *m) { return !m->attachments.empty(); });
    return found == m_waiting.end() ? nullptr : *found;
}

// What was sent is looked at by a person, where no words in the same message say what is wanted with it.
const Message *TurnPlanner::withUnseenFile() const
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Message *m) { return holdsFile(*m) && !saysSomething(m->text); });
    return found == m_waiting.end() ? nullptr : *found;
}

// Beside other words that the engine has answered.
void TurnPlanner::passOnFile(const Message &sent)
{
    auto &plan = m_plan;
    plan.reply += (plan.reply.empty() ? "" : " ") + say("attachment");
    plan.decision.action = DecisionAction::HandedOver;
    plan.decision.reason = nameOf(EscalationReason::NotInKnowledge);
    addHandOver(EscalationReason::NotInKnowledge, sent.attachments.front().name);
    note("attachment", sent.attachments.front().mediaType);
}

// An earlier message of the customer that asked the same and was answered.
const Message *TurnPlanner::askedBefore() const
{
    const auto key = termKeys(m_text, m_language);
    if (key.size() < 2 || m_text.find_first_of("?؟？") == std::string::npos)
        return nullptr;
    for (const auto &message : m_input.history) {
        if (message.role.value() != MessageRole::Lead || message.position >= m_waiting.front()->position)
            continue;
        const bool answered = std::any_of(m_input.decisions.begin(), m_input.decisions.end(),
            [&](const Decision &d) { return d.message == message.id && d.action == DecisionAction::Answered; });
        if (answered && termKeys(message.text, m_language) == key)
            return &message;
    }
    return nullptr;
}

} // namespace foredeck
