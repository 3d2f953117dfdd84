#include "server/jobs/quietjob.h"

#include "server/jobs/turnsnapshot.h"
#include "server/jobs/turnwriter.h"
#include "server/services/assistant/quiet.h"
#include "server/services/conversation/handover.h"
#include "server/services/op/queues.h"

#include <memory>

namespace foredeck {

JobOutcome QuietJob::run(const Job &job)
{
    const auto conversation = conversationIn(job.payload);
    if (!conversation)
        return JobOutcome::dead("the payload names no conversation");
    auto snapshot = readTurn(m_store, job.client, *conversation);
    if (snapshot.hasError())
        return JobOutcome::retry(snapshot.error().detail);
    if (!snapshot.value())
        return JobOutcome::done();
    auto input = std::make_shared<TurnInput>(std::move(snapshot.value()->input));
    const auto began = m_clock.now();
    input->now = began;
    auto known = input->lead;
    if (isChat(input->conversation)) {
        known.name = snapshot.value()->told.name;
        known.qualification = snapshot.value()->told.wishes;
    }
    auto plan = planQuiet(*input, std::move(known));
    if (plan.notBefore)
        return JobOutcome::postponed("it has not been quiet for long enough", *plan.notBefore);
    if (plan.nothing)
        return JobOutcome::done();
    return JobOutcome::done([this, input, plan = std::move(plan), began](WriteTx &tx) {
        ActContext act {tx, input->client.id, {ActorKind::Assistant, {}, {}}, {}, m_clock.now()};
        if (!writeTurn(act, *input, plan, began))
            JobRepository::enqueue(tx, quietJob(input->client.id, input->conversation.id, act.now, act.now));
    });
}

void QuietJob::givenUp(WriteTx &tx, const Job &job, const std::string &)
{
    const auto conversation = conversationIn(job.payload);
    const auto snapshot = conversation ? readTurn(tx, job.client, *conversation) : std::nullopt;
    if (!snapshot || !isWishLeft(snapshot->input))
        return;
    ActContext act {tx, job.client, {ActorKind::Assistant, {}, {}}, {}, m_clock.now()};
    auto edit = ConversationEdit::of(act, snapshot->input.conversation);
    edit.row().waitingSince = act.now;
    handOver(act, edit, EscalationReason::AiFailure, {});
    if (const auto saved = edit.save(); saved.hasError())
        m_log.error("assistant.not_handed_over", {{"client_id", job.client.value}, {"conversation_id", conversation->value}, {"reason", saved.error().detail}});
}

} // namespace foredeck
