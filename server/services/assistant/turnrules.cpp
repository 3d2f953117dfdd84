#include "models/core/text.h"
#include "server/services/assistant/cardnumbers.h"
#include "server/services/assistant/turnplanner.h"
#include "server/services/scoring/scoring.h"

#include <algorithm>

namespace foredeck {

// A rule of the client's own gives it to a person; what is said, if anything, is the caller's.
bool TurnPlanner::byRule()
{
    const bool blank = trimmed(m_text).empty() && !hasAttachment();
    const auto match = m_input.rules.empty() || blank ? std::nullopt : firstMatch(m_input.rules, moment(), *m_input.zones);
    if (!match)
        return false;
    const auto &rule = *match->rule;
    addHandOver(rule.handOver.reason.value(), toldOf(markOf(rule)));
    m_plan.handOver->priority = rule.handOver.priority;
    m_plan.handOver->rule = markOf(rule);
    RuleFiring firing;
    firing.rule = rule.id;
    firing.ruleVersion = rule.version;
    firing.occasion = match->occasion;
    firing.position = match->position;
    m_plan.firing = std::move(firing);
    note("client.rule", toldOf(markOf(rule)) + (match->words.empty() ? "" : ": " + match->words));
    return true;
}

bool TurnPlanner::ruled()
{
    if (!byRule())
        return false;
    m_plan.reply = ruledText(m_plan.handOver->reason);
    m_plan.decision.action = DecisionAction::HandedOver;
    m_plan.decision.intent = "hand_over";
    return true;
}

RuleMoment TurnPlanner::moment() const
{
    RuleMoment moment;
    moment.event = RuleEvent::Message;
    moment.now = m_input.now;
    for (const auto *message : m_waiting)
        moment.said.push_back({message->position, message->text});
    for (const auto &message : m_input.history) {
        if (message.role == MessageRole::Lead && message.position < m_waiting.front()->position)
            moment.before.push_back(message.text);
    }
    moment.language = m_language;
    moment.clientLanguage = m_input.client.language;
    moment.channel = m_input.conversation.channelKind.value();
    if (std::any_of(m_input.rules.begin(), m_input.rules.end(), [](const ClientRule &rule) { return rule.when.scoreAbove.has_value(); }))
        moment.score = scoreOf({m_input.lead, m_input.history, today(), m_input.client.region, m_input.decisions, &m_plan.decision}, m_book).points;
    for (const auto &decision : m_input.decisions)
        moment.moods.push_back(decision.mood);
    moment.moods.push_back(m_triage.mood);
    moment.escalated = m_input.conversation.escalation.has_value();
    moment.firings = m_input.firings;
    for (const auto &location : m_input.locations)
        moment.places.push_back(location.hours);
    return moment;
}

// They asked for no person, unless the rule says that such words do.
std::string TurnPlanner::ruledText(EscalationReason reason) const
{
    if (withoutCardNumbers(m_text))
        return say("card");
    if (wordsOf(m_text, 1).empty() && hasAttachment())
        return say("attachment");
    return reason == EscalationReason::Rule || reason == EscalationReason::SlaBreach ? say("statement") : triggerText(reason);
}

} // namespace foredeck
