#include "server/jobs/ladderjob.h"

#include "server/services/escalation/escalationwriter.h"
#include "server/services/op/queues.h"
#include "server/storage/alerttextrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/settingsrepository.h"

namespace foredeck {

namespace {

Alert alertOf(const Escalation &escalation, std::int64_t repeat, Timestamp now)
{
    Alert alert;
    alert.escalation = escalation.id;
    alert.conversation = escalation.conversation;
    alert.client = escalation.client;
    alert.priority = escalation.priority;
    alert.reason = escalation.reason;
    alert.rung = escalation.alert.rung;
    alert.repeat = repeat;
    alert.due = escalation.due;
    alert.at = now;
    alert.version = escalation.alert.told;
    return alert;
}

// The text stands on its own record, and the last step of the trail names it.
void putText(ActContext &act, Escalation &escalation)
{
    AlertText text;
    text.id = AlertTextId::make(act.now);
    text.client = act.client;
    text.escalation = escalation.id;
    text.to = SettingsRepository::ofClient(act.tx, act.client).value_or(ClientSettings {}).alerts.ownerPhone;
    text.text = ownerText(act.tx, escalation);
    text.delivery = escalation.ladder.back().delivery.value_or(Delivery {});
    text.at = act.now;
    AlertTextRepository::insert(act.tx, text);
    JobRepository::enqueue(act.tx, alertTextJob(escalation, text.id, act.now));
    escalation.ladder.back().text = text.id;
}

void writeStep(ActContext &act, const LadderInput &input, LadderPlan plan)
{
    auto escalation = input.escalation;
    escalation.alert = plan.state;
    escalation.ladder = std::move(plan.trail);
    if (plan.text)
        putText(act, escalation);
    saveEscalation(act, escalation);
    for (const auto &telling : plan.tellings)
        announce(act.tx, userStream(telling.to), "escalation.alert", alertOf(escalation, telling.repeat, act.now), act.actor);
}

} // namespace

JobOutcome LadderJob::run(const Job &job)
{
    std::optional<LadderInput> input;
    const auto read = m_store.read([&](Tx &tx) { input = ladderInput(tx, job.client, escalationIn(job.payload), m_clock.now(), m_zones, m_consoles); });
    if (read.hasError())
        return JobOutcome::retry(read.error().detail);
    if (!input)
        return JobOutcome::done();
    const auto plan = planLadder(*input);
    if (!plan.changed && !plan.next)
        return JobOutcome::done();
    return JobOutcome::done([this, job](WriteTx &tx) { step(tx, job); });
}

// Planned anew from what is stored now: whoever has seen or taken it since is not disturbed.
void LadderJob::step(WriteTx &tx, const Job &job) const
{
    ActContext act {tx, job.client, {}, {}, m_clock.now()};
    const auto input = ladderInput(tx, job.client, escalationIn(job.payload), act.now, m_zones, m_consoles);
    if (!input)
        return;
    auto plan = planLadder(*input);
    const auto next = plan.next;
    if (plan.changed)
        writeStep(act, *input, std::move(plan));
    if (next && !JobRepository::enqueue(tx, ladderJob(input->escalation, act.now, *next)))
        JobRepository::reschedule(tx, act.client, queues::escalationLadder, input->escalation.id.value, *next);
}

void LadderJob::givenUp(WriteTx &tx, const Job &job, const std::string &error)
{
    m_log.error("escalation.ladder_failed", {{"client_id", job.client.value}, {"job_id", job.id.value}, {"reason", error}});
    const auto now = m_clock.now();
    if (const auto escalation = EscalationRepository::byId(tx, job.client, escalationIn(job.payload)))
        JobRepository::enqueue(tx, ladderJob(*escalation, now, now + afterAFault));
}

} // namespace foredeck
