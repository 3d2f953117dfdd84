#include "server/jobs/rulejob.h"

#include "server/jobs/turnsnapshot.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/conversation/conversationwriter.h"
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
    return conversation ? look(job.client, *conversation) : sweep(job.client, cursorIn(job.payload));
}

JobOutcome RuleJob::look(const ClientId &client, const ConversationId &conversation)
{
    RuleLook seen;
    bool isAhead = false;
    const auto now = m_clock.now();
    const auto read = m_store.read([&](Tx &tx) {
        const auto row = ConversationRepository::byId(tx, client, conversation);
        isAhead = row && row->waitingSince && *row->waitingSince > now + waitAhead;
        seen = lookAtRules(tx, client, conversation, now, m_zones);
    });
    if (read.hasError())
        return JobOutcome::retry(read.error().detail);
    if (isAhead) { // what is saved counts from now, and is looked at when it is due
        return JobOutcome::done([this, client, conversation](WriteTx &tx) {
            ActContext act {tx, client, {}, {}, m_clock.now()};
            if (auto edit = ConversationEdit::open(act, conversation); edit.hasValue())
                static_cast<void>(edit.value().save().hasError()); // sticks to the transaction
        });
    }
    if (!seen.fires && !seen.next)
        return JobOutcome::done();
    if (!seen.fires) { // a new one, not this one put off: by its making is seen what a clock that was ahead has told
        return JobOutcome::done([this, client, conversation, next = *seen.next](WriteTx &tx) {
            JobRepository::enqueue(tx, rulesJob(client, conversation, m_clock.now(), next)); // unless something newer asks for one already
        });
    }
    return JobOutcome::done([this, client, conversation](WriteTx &tx) {
        ActContext act {tx, client, {}, {}, m_clock.now()};
        const auto fired = fireRules(act, conversation, m_zones);
        if (fired.hasError() && !tx.error())
            tx.fail(fired.error());
        else if (fired.hasValue() && fired.value().next)
            JobRepository::enqueue(tx, rulesJob(client, conversation, act.now, *fired.value().next));
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
