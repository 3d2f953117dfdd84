#include "models/core/text.h"
#include "models/domain/textlimits.h"
#include "server/services/assistant/cardnumbers.h"
#include "server/services/assistant/door.h"
#include "server/services/assistant/hourstext.h"
#include "server/services/assistant/introduction.h"
#include "server/services/assistant/turnplanner.h"
#include "server/services/phone/emergencynumber.h"

#include <algorithm>

namespace foredeck {

namespace {

bool speaksOnPhone(const Conversation &conversation)
{
    return conversation.channelKind.value() == ChannelKind::Sms || conversation.channelKind.value() == ChannelKind::WhatsApp;
}

} // namespace

// With all that goes before and after the words. What the channel cannot take is a person's to answer.
std::string TurnPlanner::wholeReply()
{
    auto text = composed();
    if (!fits(text) && m_outsideHours) {
        m_outsideHours.reset();
        text = composed();
    }
    if (fits(text)) {
        if (m_outsideHours)
            m_plan.decision.passages.push_back(*m_outsideHours);
        return text;
    }
    note("too_long", std::to_string(charactersIn(text)));
    for (auto &passage : m_plan.decision.passages)
        passage.used = false;
    if (m_plan.handOver)
        m_plan.reply = say("statement");
    else
        handOver(EscalationReason::Rule, say("statement"), singleLine(m_text, 120));
    return composed();
}

std::string TurnPlanner::composed()
{
    m_plan.introduced = 0;
    auto text = m_plan.reply;
    if (m_plan.handOver)
        text += dangerLine() + closedHint();
    if (m_outsideHours)
        text += " " + m_outsideHours->text;
    if (m_optIn)
        text = say("opted_in") + "\n" + text;
    if (m_help)
        return helpText() + "\n" + text; // tells all that an introduction does
    if (!isFirstReply())
        return text;
    if (speaksOnPhone(m_input.conversation))
        text += optOutHint(m_language, seed());
    auto opening = introduction(m_input.client, m_input.settings, m_language, seed(), m_book);
    if (!fits(opening + text))
        opening = builtinIntroduction(m_input.client, m_language, seed());
    m_plan.introduced = opening.size();
    return opening + text;
}

bool TurnPlanner::fits(std::string_view text) const { return charactersIn(text) <= longestTextOf(m_input.conversation.channelKind.value()); }

bool TurnPlanner::isFirstReply() const
{
    return std::none_of(m_input.history.begin(), m_input.history.end(), [](const Message &m) { return m.role == MessageRole::Ai && m.delivery.state != DeliveryState::Failed; });
}

std::string TurnPlanner::closedHint() const
{
    const HoursQuestion question {m_input.locations, m_input.now, m_input.zones, std::string {phrases::spoken(m_language)}, m_input.client.region, m_input.client.name};
    const auto when = nextOpeningText(question);
    if (!when)
        return {};
    return " " + (when->empty() ? say("closed_now") : say("closed", {{"when", *when}}));
}

std::string TurnPlanner::say(std::string_view key, const phrases::Values &values) const
{
    return phrases::sayWith(key, m_language, seed(), [&](std::string_view name) {
        if (name == "business")
            return m_input.client.name;
        if (name == "here")
            return whereAnswered(m_input.conversation.channelKind.value(), m_language);
        if (name == "asked")
            return isInsult() ? std::string {"…"} : singleLine(quoted(), 90);
        if (name == "services")
            return helpServices();
        const auto value = values.find(name);
        return value == values.end() ? std::string {} : value->second;
    });
}

// What is passed on in a language that is not spoken may be anything: whom to call in danger is told, unless it is already.
std::string TurnPlanner::dangerLine() const
{
    const auto &reason = m_plan.handOver->reason;
    if (isSpoken() || m_plan.reply.empty() || reason == EscalationReason::Emergency || reason == EscalationReason::Sensitive)
        return {};
    return " " + say("danger");
}

// In whatever language: never said back to whoever wrote it.
bool TurnPlanner::isInsult() const { return anyHit(m_book.hits(wordsOf(m_text)), "handover.complaint.insult"); }

// The customer's words as they may stand in an answer or a hand-over.
std::string TurnPlanner::quoted() const { return withoutCardNumbers(m_text).value_or(m_text); }

std::string TurnPlanner::helpServices() const
{
    const auto number = emergencyNumberOf(m_input.client.region);
    return number.empty() ? phrases::say("emergency_services", m_language, {}, {}) : phrases::say("emergency_services_number", m_language, {}, {{"number", number}});
}

} // namespace foredeck
