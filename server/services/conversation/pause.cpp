#include "server/services/conversation/pause.h"

#include "models/core/time.h"
#include "models/domain/wayback.h"
#include "net/codec/jsonreader.h"
#include "server/services/assistant/waiting.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/conversation/conversationreads.h"
#include "server/services/op/queues.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/jobrepository.h"
#include "server/storage/transitionrepository.h"

#include <algorithm>
#include <chrono>

namespace foredeck {

namespace {

constexpr std::chrono::minutes visitorStays {5}; ///< in a chat window, after their last word
constexpr int escalationsLookedAt = 1000; ///< escalations of one conversation
constexpr int entriesLookedAt = 100; ///< of what was said and done in it last
constexpr std::size_t bytesLookedAt = 256 * 1024;

// A later one says for itself why people have it.
bool isLatest(ActContext &act, const Escalation &escalation)
{
    const auto all = EscalationRepository::ofConversation(act.tx, act.client, escalation.conversation, escalationsLookedAt);
    return std::none_of(all.begin(), all.end(), [&](const Escalation &other) { return other.id != escalation.id && other.createdAt >= escalation.createdAt; });
}

// Whoever had it since and let it go has looked at it, though the escalation had run out and says nothing of it.
bool isFromAssistant(ActContext &act, const Escalation &escalation)
{
    const auto owned = TransitionRepository::latest(act.tx, act.client, escalation.conversation, TransitionField::Owner);
    return owned && owned->from == nameOf(OwnerKind::Assistant);
}

// A person has answered, noted, put off, promised or given something since: they have looked at it, though the escalation may
// wait again as if nobody had.
bool isSeenByPeople(ActContext &act, const Escalation &escalation)
{
    const auto entries = TimelineRepository::before(act.tx, act.client, escalation.conversation, newestPosition, entriesLookedAt, bytesLookedAt);
    return std::any_of(entries.begin(), entries.end(), [&](const TimelineEntry &entry) {
        JsonDocument document;
        const auto root = document.parse(entry.data);
        if (root.hasError())
            return false;
        const auto who = root.value()[entry.kind == "transition" ? "actor" : "author"]["kind"].asString();
        const auto at = fromRfc3339(root.value()["at"].asString().value_or(""));
        return who == nameOf(ActorKind::User) && at && *at > escalation.createdAt;
    });
}

bool isOfThePause(ActContext &act, const Escalation &escalation)
{
    const bool waits = escalation.status == EscalationStatus::Pending || escalation.status == EscalationStatus::Expired;
    const bool untouched = waits && !escalation.acknowledgedAt && !escalation.claimedAt && escalation.assignedTo.user.empty();
    if (!untouched || !(escalation.reason == EscalationReason::Rule) || escalation.rule || !isLatest(act, escalation) || !isFromAssistant(act, escalation) || isSeenByPeople(act, escalation))
        return false;
    if (escalation.decision.empty())
        return escalation.createdBy.kind == ActorKind::Lead; // they called in it, and no turn was made of that
    const auto decision = DecisionRepository::byId(act.tx, act.client, escalation.decision);
    return decision && decision->reason == assistantOff;
}

// Whether there is somebody whom it can answer, and something.
bool canAnswer(const ActContext &act, const Escalation &escalation, const Conversation &row)
{
    const auto kind = row.channelKind.value();
    if (!hasWayBack(kind) || (kind == ChannelKind::LiveChat && act.now - row.lastMessage.at > visitorStays))
        return false;
    return !escalation.decision.empty() || row.lastMessage.role == MessageRole::Lead;
}

void giveBack(ActContext &act, const Escalation &escalation)
{
    auto edit = ConversationEdit::open(act, escalation.conversation);
    if (edit.hasError())
        return;
    auto &e = edit.value();
    if (e.row().owner.kind != OwnerKind::Nobody || !(e.row().status == ConversationStatus::WaitingHuman) || !e.row().waitingSince || !canAnswer(act, escalation, e.row()))
        return;
    e.own({OwnerKind::Assistant, {}, {}}, std::string {handedBack});
    e.setStatus(ConversationStatus::Active, std::string {handedBack});
    e.resolveEscalation(std::string {handedBackNote});
    JobRepository::enqueue(act.tx, turnJob(act.client, e.row().id, act.now, act.now));
    static_cast<void>(e.save().hasError()); // sticks to the transaction
}

} // namespace

void takeUpAfterPause(ActContext &act, const std::vector<EscalationId> &escalations)
{
    for (const auto &id : escalations) {
        const auto escalation = EscalationRepository::byId(act.tx, act.client, id);
        if (escalation && isOfThePause(act, *escalation))
            giveBack(act, *escalation);
    }
}

} // namespace foredeck
