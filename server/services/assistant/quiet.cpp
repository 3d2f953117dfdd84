#include "server/services/assistant/quiet.h"

#include "server/services/assistant/intake.h"
#include "server/services/assistant/turnplanner.h"

#include <algorithm>
#include <chrono>

namespace foredeck {

namespace {

// Whether somebody waits is what counts, not whether words of theirs stand last: a thumb under an answer asks nobody for anything.
bool isLeft(const TurnInput &input)
{
    const auto &conversation = input.conversation;
    const bool assistants = conversation.owner.kind == OwnerKind::Assistant && conversation.status != ConversationStatus::Ended;
    const bool reachable = input.consent.state != ConsentState::OptedOut; // who opted out is written to no more
    return assistants && reachable && !input.decisions.empty() && !conversation.waitingSince;
}

Decision decisionOf(const TurnInput &input)
{
    Decision decision;
    decision.client = input.client.id;
    decision.conversation = input.conversation.id;
    decision.message = input.decisions.back().message;
    decision.readPositions = input.decisions.back().readPositions;
    decision.seenPosition = input.conversation.lastPublicPosition;
    decision.language = input.conversation.language;
    decision.engine = input.decisions.back().engine;
    decision.action = DecisionAction::HandedOver;
    decision.reason = nameOf(EscalationReason::Rule);
    decision.intent = "intake";
    decision.confidence = 1;
    decision.rules.push_back({"intake.quiet", true, std::to_string(input.settings.quietMinutes)});
    return decision;
}

} // namespace

bool isWishLeft(const TurnInput &input) { return isLeft(input) && intakeStateOf(input).wanted; }

TurnPlan planQuiet(const TurnInput &input, Lead told)
{
    TurnPlan plan;
    plan.nothing = !isWishLeft(input);
    if (plan.nothing)
        return plan;
    if (const auto until = input.conversation.snoozedUntil.value_or(input.now); until > input.now) {
        plan.nothing = true; // put off by a person, whom it will remind
        plan.notBefore = until;
        return plan;
    }
    const auto last = input.decisions.back().at; // by a clock that was ahead: nobody knows how long it has been quiet, and it was long enough
    if (const auto due = last + std::chrono::minutes {input.settings.quietMinutes}; last <= input.now && input.now < due) {
        plan.nothing = true;
        plan.notBefore = due;
        return plan;
    }
    const auto state = intakeStateOf(input);
    plan.decision = decisionOf(input);
    plan.lead = input.lead;
    plan.waitsAnew = true;
    if (isComplete(input.settings, told, state) && (plan.lead.status == LeadStatus::New || plan.lead.status == LeadStatus::Qualifying)) {
        plan.lead.status = LeadStatus::Qualified;
        plan.leadChanged = true;
    }
    auto wish = wishTold(state.wish, told);
    HandOver over;
    over.reason = EscalationReason::Rule;
    over.priority = priorityOf(over.reason);
    over.detail = wish.about;
    over.brief.why = std::move(wish.about);
    over.brief.wants = std::move(wish.wants);
    plan.handOver = std::move(over);
    return plan;
}

} // namespace foredeck
