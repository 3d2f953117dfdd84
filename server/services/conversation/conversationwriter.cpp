#include "server/services/conversation/conversationwriter.h"

#include "server/services/conversation/answers.h"
#include "server/services/conversation/summary.h"
#include "server/services/op/queues.h"
#include "server/services/zones/serverzones.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/rulerepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/transitionrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

// As many of the newest are looked at, so that a conversation without end costs no more; what is older counts no more.
constexpr int clockTransitions = 1000;

ResponseState stateIn(const std::vector<Transition> &transitions)
{
    const auto last = std::find_if(transitions.rbegin(), transitions.rend(), [](const Transition &t) { return t.field == TransitionField::Response; });
    return last == transitions.rend() ? ResponseState::Settled : valueOf<ResponseState>(last->to);
}

// Who spoke to the customer in this transaction; Unknown: nobody, or nothing that reaches or answers them.
ResponseState speaker(Tx &tx, const std::optional<Conversation> &before, const Conversation &after)
{
    const auto &last = after.lastMessage;
    if (!before || before->lastMessage.id == last.id || last.delivery == DeliveryState::Suppressed)
        return ResponseState::Unknown;
    if (last.role == MessageRole::Ai) {
        const auto message = MessageRepository::byId(tx, after.client, last.id);
        return message && isAnswer(tx, *message) ? ResponseState::Assistant : ResponseState::Unknown;
    }
    return last.role == MessageRole::Staff ? ResponseState::User : ResponseState::Unknown;
}

// Tells in transitions what waitingSince and the new message say. An answer after which the customer waits on (the
// assistant gets somebody) ends one wait and begins the next. What is settled tells since when they waited, for who undoes it.
void keepResponse(ActContext &act, const std::optional<Conversation> &before, Conversation &row, std::vector<Transition> &transitions)
{
    auto state = stateIn(transitions);
    const auto change = [&](ResponseState to, std::string detail) {
        transitions.push_back(addTransition(act, row, TransitionField::Response, std::string {nameOf(state)}, std::string {nameOf(to)},
            std::string {row.owner.kind.text()}, std::move(detail)));
        state = to;
    };
    const auto spoke = speaker(act.tx, before, row);
    const bool answered = state == ResponseState::Waiting && spoke != ResponseState::Unknown;
    if (answered)
        change(spoke, {});
    if (row.waitingSince && state != ResponseState::Waiting)
        change(ResponseState::Waiting, answered || *row.waitingSince == act.now ? std::string {} : toRfc3339(*row.waitingSince));
    else if (!row.waitingSince && state == ResponseState::Waiting)
        change(ResponseState::Settled, before && before->waitingSince ? toRfc3339(*before->waitingSince) : std::string {});
}

// No clock by hours that cannot be read.
std::optional<SlaMark> markAt(ActContext &act, const std::vector<Transition> &transitions)
{
    SlaRules rules;
    rules.targets = SettingsRepository::ofClient(act.tx, act.client).value_or(ClientSettings {}).sla;
    for (auto &location : LocationRepository::ofClient(act.tx, act.client)) {
        if (std::find(rules.places.begin(), rules.places.end(), location.hours) == rules.places.end()) // a chain keeps the same hours everywhere
            rules.places.push_back(std::move(location.hours));
    }
    return slaMarkAt(transitions, rules, act.now, ServerZones {}).valueOr({});
}

// Rules about waiting are looked at when the first of them is due; one that is due already, at once.
void keepRules(ActContext &act, const Conversation &row)
{
    if (!awaitsPerson(row) || !row.waitingSince || row.escalation)
        return;
    const auto wait = RuleRepository::shortestWait(act.tx, act.client);
    if (!wait)
        return;
    const auto runAt = std::max(act.now, *row.waitingSince + std::chrono::minutes {*wait});
    // A look that is queued was made in an earlier wait, maybe; by its making is seen what a clock that was ahead has told.
    if (!JobRepository::enqueue(act.tx, rulesJob(act.client, row.id, act.now, runAt)))
        JobRepository::askAnew(act.tx, act.client, queues::rules, row.id.value, runAt, act.now);
}

// Who has it from now on, and who has answered in it, takes part. Who has left it takes part no more by having it still.
void keepParticipants(const ActContext &act, const std::optional<Conversation> &before, Conversation &row)
{
    if (row.owner.kind == OwnerKind::User && !(before && before->owner == row.owner))
        takePart(row.participants, row.owner.user, row.owner.name);
    if (before && before->lastMessage.id == row.lastMessage.id)
        return;
    if (row.lastMessage.role == MessageRole::Staff)
        takePart(row.participants, act.actor.user, act.actor.name);
    if (row.lastMessage.role != MessageRole::Lead || row.owner.kind == OwnerKind::Assistant)
        return;
    for (Participant &one : row.participants) { // whoever else has it answers, and needs no company
        if (row.owner.kind == OwnerKind::Nobody || row.owner.user == one.user)
            one.news = row.lastMessage.position;
    }
}

} // namespace

Transition addTransition(ActContext &act, Conversation &conversation, TransitionField field, std::string from, std::string to, std::string reason, std::string detail,
    const DecisionId &decision, std::string toName)
{
    Transition t;
    t.id = TransitionId::make(act.now);
    t.client = act.client;
    t.conversation = conversation.id;
    t.position = ConversationRepository::nextPosition(act.tx, conversation);
    t.field = field;
    t.from = std::move(from);
    t.to = std::move(to);
    t.toName = std::move(toName);
    t.reason = std::move(reason);
    t.detail = std::move(detail);
    t.actor = act.actor;
    t.decision = decision;
    t.op = act.op;
    t.at = act.now;
    TransitionRepository::insert(act.tx, t);
    act.tell("transition.created", t);
    return t;
}

void saveConversation(ActContext &act, Conversation &conversation, std::string_view kind)
{
    const auto before = ConversationRepository::byId(act.tx, act.client, conversation.id);
    auto transitions = TransitionRepository::ofClocks(act.tx, act.client, conversation.id, clockTransitions);
    if (conversation.waitingSince && *conversation.waitingSince > act.now + waitAhead)
        conversation.waitingSince = act.now;
    keepResponse(act, before, conversation, transitions);
    keepParticipants(act, before, conversation);
    conversation.sla = markAt(act, transitions);
    conversation.summary = runningSummary(summaryFacts(act.tx, conversation));
    ConversationRepository::update(act.tx, conversation);
    keepRules(act, conversation);
    act.tell(kind, conversation);
}

} // namespace foredeck
