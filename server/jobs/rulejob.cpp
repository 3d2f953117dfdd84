#include "server/jobs/rulejob.h"

#include "server/jobs/turnsnapshot.h"
#include "server/services/op/queues.h"
#include "server/services/rule/rulefire.h"
#include "server/storage/conversationrepository.h"

namespace foredeck {

namespace {

constexpr int conversationsAtOnce = 200;

void lookAt(WriteTx &tx, const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp at)
{
    if (!JobRepository::enqueue(tx, rulesJob(client, conversation, now, at)))
        JobRepository::reschedule(tx, client, queues::rules, conversation.value, at);
}

} // namespace

JobOutcome RuleJob::run(const Job &job)
{
    const auto conversation = conversationIn(job.payload);
    return conversation ? look(job, *conversation) : sweep(job.client, cursorIn(job.payload));
}

JobOutcome RuleJob::look(const Job &job, const ConversationId &conversation)
{
    const auto &client = job.client;
    if (job.createdAt > m_clock.now()) { // by a clock that was ahead: one of now, from which a wait can count
        return JobOutcome::done([this, client, conversation](WriteTx &tx) {
            const auto now = m_clock.now();
            lookAt(tx, client, conversation, now, now);
        });
    }
    RuleLook seen;
    const auto read = m_store.read([&](Tx &tx) { seen = lookAtRules(tx, client, conversation, m_clock.now(), job.createdAt, m_zones); });
    if (read.hasError())
        return JobOutcome::retry(read.error().detail);
    if (!seen.fires && !seen.next)
        return JobOutcome::done();
    if (!seen.fires && seen.isAhead)
        return JobOutcome::postponed({}, *seen.next); // the wait counts from the making of this one
    if (!seen.fires) {
        return JobOutcome::done([this, client, conversation, next = *seen.next](WriteTx &tx) {
            JobRepository::enqueue(tx, rulesJob(client, conversation, m_clock.now(), next)); // unless something newer asks for one already
        });
    }
    return JobOutcome::done([this, client, conversation, asked = job.createdAt](WriteTx &tx) {
        ActContext act {tx, client, {}, {}, m_clock.now()};
        const auto fired = fireRules(act, conversation, asked, m_zones);
        if (fired.hasError() && !tx.error())
            tx.fail(fired.error());
        else if (fired.hasValue() && fired.value().next)
            JobRepository::enqueue(tx, rulesJob(client, conversation, fired.value().isAhead ? asked : act.now, *fired.value().next));
    });
}

JobOutcome RuleJob::sweep(const ClientId &client, const std::string &cursor)
{
    Page<Conversation> page;
    const auto read = m_store.read([&](Tx &tx) {
        page = ConversationRepository::list(tx, client, {.view = ConversationView::Waiting}, {conversationsAtOnce, cursor});
    });
    if (read.hasError())
        return JobOutcome::retry(read.error().detail);
    return JobOutcome::done([this, client, page = std::move(page)](WriteTx &tx) {
        const auto now = m_clock.now();
        for (const auto &row : page.items) {
            if (row.waitingSince && !row.escalation)
                lookAt(tx, client, row.id, now, now);
        }
        if (!page.next.empty())
            JobRepository::enqueue(tx, rulesSweepJob(client, page.next, now));
    });
}

void RuleJob::givenUp(WriteTx &tx, const Job &job, const std::string &)
{
    auto again = job;
    again.id = JobId::make(m_clock.now());
    again.runAt = m_clock.now() + afterAFault;
    JobRepository::enqueue(tx, again);
}

} // namespace foredeck
