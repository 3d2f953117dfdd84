#include "server/jobs/turnjob.h"

#include "server/jobs/turnsnapshot.h"
#include "server/jobs/turnwriter.h"
#include "server/services/assistant/builtinengine.h"
#include "server/services/assistant/waiting.h"
#include "server/services/conversation/handover.h"
#include "server/services/op/queues.h"
#include "server/storage/leadrepository.h"

namespace foredeck {

namespace {

// Handed back, and what made it people's turn was no word of the customer's: a wish that nobody took further, a missed call.
// Nobody is waited for then, unless something has happened since it was looked at.
void settle(ActContext &act, const Conversation &seen)
{
    auto edit = ConversationEdit::open(act, seen.id);
    if (edit.hasError())
        return;
    auto &row = edit.value().row();
    if (!(row.owner == seen.owner) || row.waitingSince != seen.waitingSince || row.lastPublicPosition != seen.lastPublicPosition)
        return;
    row.waitingSince.reset();
    static_cast<void>(edit.value().save().hasError()); // sticks to the transaction
}

// Of a lead that somebody has changed meanwhile it is thought anew. Rules may ask for a score.
void putScore(ActContext &act, const TurnInput &input, Lead lead)
{
    const auto known = LeadRepository::byId(act.tx, act.client, lead.id);
    const auto &conversation = input.conversation.id;
    if (!known || known->version != input.lead.version) {
        JobRepository::enqueue(act.tx, turnJob(act.client, conversation, act.now, act.now));
        return;
    }
    lead.updatedAt = act.now;
    LeadRepository::update(act.tx, lead);
    act.tell("lead.updated", lead);
    if (!JobRepository::enqueue(act.tx, rulesJob(act.client, conversation, act.now, act.now)))
        JobRepository::reschedule(act.tx, act.client, queues::rules, conversation.value, act.now);
}

// Looked at as it is now: somebody may have come, or been told, meanwhile.
void tellOfWho(ActContext &act, const ConversationId &conversation)
{
    auto edit = ConversationEdit::open(act, conversation);
    if (edit.hasError())
        return;
    if (callPeople(act, edit.value(), "unheard_why"))
        static_cast<void>(edit.value().save().hasError()); // sticks to the transaction
}

bool waitsForNothing(const TurnInput &input)
{
    const auto &conversation = input.conversation;
    const bool assistants = conversation.owner.kind == OwnerKind::Assistant && conversation.status != ConversationStatus::Ended;
    return assistants && conversation.waitingSince && waitingMessages(input).empty();
}

} // namespace

JobOutcome TurnJob::run(const Job &job)
{
    const auto conversation = conversationIn(job.payload);
    if (!conversation)
        return JobOutcome::dead("the payload names no conversation");
    auto outcome = plan(job, *conversation);
    m_typing.end(job.client, *conversation);
    return outcome;
}

JobOutcome TurnJob::plan(const Job &job, const ConversationId &conversation)
{
    auto snapshot = readTurn(m_store, job.client, conversation);
    if (snapshot.hasError())
        return JobOutcome::retry(snapshot.error().detail);
    if (!snapshot.value())
        return JobOutcome::done();
    auto input = std::make_shared<TurnInput>(std::move(snapshot.value()->input));
    auto told = std::move(snapshot.value()->told);
    const auto began = m_clock.now();
    input->now = began;
    input->zones = &m_zones;
    const auto index = m_knowledge.indexOf(job.client);
    if (index.hasError())
        return JobOutcome::retry(index.error().detail); // without it everything would be beyond the assistant
    const ClientKnowledge knowledge {m_store, job.client, index.value()};
    const BuiltinEngine engine {knowledge, m_book};
    const WindowEngine windowEngine {engine, told};
    auto plan = isChat(input->conversation) ? planTurn(*input, windowEngine, m_book) : planTurn(*input, engine, m_book);
    if (plan.nothing && (plan.leadChanged || plan.unheard))
        return JobOutcome::done([this, input, plan = std::move(plan)](WriteTx &tx) {
            ActContext act {tx, input->client.id, {ActorKind::Assistant, {}, {}}, {}, m_clock.now()};
            if (plan.unheard)
                tellOfWho(act, input->conversation.id);
            if (plan.leadChanged)
                putScore(act, *input, plan.lead);
        });
    if (plan.nothing && !waitsForNothing(*input))
        return JobOutcome::done();
    if (plan.nothing)
        return JobOutcome::done([this, input](WriteTx &tx) {
            ActContext act {tx, input->client.id, {ActorKind::Assistant, {}, {}}, {}, m_clock.now()};
            settle(act, input->conversation);
        });
    if (!plan.decision.failure.empty())
        m_log.error("assistant.failed", {{"client_id", job.client.value}, {"conversation_id", conversation.value}, {"reason", plan.decision.failure}});
    return JobOutcome::done([this, input, plan = std::move(plan), told = std::move(told), began, priority = job.priority](WriteTx &tx) {
        ActContext act {tx, input->client.id, {ActorKind::Assistant, {}, {}}, {}, m_clock.now()};
        if (!writeTurn(act, *input, plan, began, isChat(input->conversation) ? std::optional {told} : std::nullopt)) {
            auto again = turnJob(input->client.id, input->conversation.id, act.now, act.now);
            again.priority = priority;
            JobRepository::enqueue(tx, again);
        } else if (plan.unheard) {
            tellOfWho(act, input->conversation.id);
        }
    });
}

void TurnJob::givenUp(WriteTx &tx, const Job &job, const std::string &)
{
    const auto conversation = conversationIn(job.payload);
    ActContext act {tx, job.client, {ActorKind::Assistant, {}, {}}, {}, m_clock.now()};
    auto edit = conversation ? ConversationEdit::open(act, *conversation) : Result<ConversationEdit> {Error::of(Error::Kind::NotFound, {})};
    if (edit.hasError() || !edit.value().row().waitingSince)
        return;
    if (edit.value().row().owner.kind != OwnerKind::Assistant) // the turn would have called somebody
        return tellOfWho(act, *conversation);
    auto &e = edit.value();
    handOver(act, e, EscalationReason::AiFailure, {});
    if (const auto saved = e.save(); saved.hasError())
        m_log.error("assistant.not_handed_over", {{"client_id", job.client.value}, {"conversation_id", conversation->value}, {"reason", saved.error().detail}});
}

} // namespace foredeck
