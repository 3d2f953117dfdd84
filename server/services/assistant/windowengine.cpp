#include "server/services/assistant/windowengine.h"

#include "models/core/text.h"
#include "server/services/assistant/intake.h"

#include <utility>

namespace foredeck {

namespace {

constexpr std::string_view separator = " · ";

// What the turn made of a field, into the field as the lead has it. What is known from elsewhere stands.
void join(std::string &known, const std::string &before, const std::string &after)
{
    if (known == before || (known.empty() && after != before))
        known = after;
}

// The interest is a list: what the turn added to it is added.
void joinInterest(std::string &known, const std::string &before, const std::string &after)
{
    if (known.empty() || known == before || after == before)
        return join(known, before, after);
    std::string_view more {after};
    if (more.starts_with(before))
        more.remove_prefix(before.size());
    if (more.starts_with(separator))
        more.remove_prefix(separator.size());
    if (known.find(more) == std::string::npos)
        known = clipUtf8(known + std::string {separator} + std::string {more}, longestField);
}

} // namespace

Result<EngineAnswer> WindowEngine::answer(const EngineInput &input) const
{
    auto turn = input.turn;
    turn.lead.name = m_told.name;
    turn.lead.qualification = m_told.wishes;
    auto result = m_inside.answer({turn, input.messages, input.text, input.language, input.triage});
    if (result.hasError())
        return result;
    auto &lead = result.value().lead;
    const auto before = std::exchange(m_told, {lead.name, lead.qualification});
    const auto &was = before.wishes;
    const auto &now = m_told.wishes;
    lead.name = input.turn.lead.name;
    join(lead.name, before.name, m_told.name);
    auto &known = lead.qualification = input.turn.lead.qualification;
    joinInterest(known.serviceInterest, was.serviceInterest, now.serviceInterest);
    for (const auto field : {&Qualification::urgency, &Qualification::budget, &Qualification::location, &Qualification::decisionMaker, &Qualification::timeline})
        join(known.*field, was.*field, now.*field);
    return result;
}

} // namespace foredeck
