#include "server/jobs/alerttextjob.h"

#include "server/services/client/channelacts.h"
#include "server/services/escalation/ladder.h"
#include "server/services/ingest/alertdelivery.h"
#include "server/services/ingest/delivery.h"
#include "server/services/op/queues.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/providerstatusrepository.h"

namespace foredeck {

namespace {

// The oldest number that texts can be sent from and that is not the owner's own; none can: the oldest, which says why.
const Doors::Door *doorFor(const Doors::Business &business, const std::string &to)
{
    for (const auto &door : business.doors) {
        if (door.channel.kind == ChannelKind::Sms && !door.token.empty() && configured(door.channel) && door.channel.number != to)
            return &door;
    }
    return business.door(ChannelKind::Sms);
}

} // namespace

/// Everything that sending one text rests on, read in one transaction.
struct AlertTextJob::Task {
    AlertText text;
    const char *unneeded = nullptr; ///< why nobody has to be told any more
    bool suppressed = false;
};

Result<std::optional<AlertTextJob::Task>> AlertTextJob::read(const Job &job) const
{
    std::optional<Task> found;
    const auto done = m_store.read([&](Tx &tx) {
        found.reset();
        auto text = AlertTextRepository::byId(tx, job.client, alertTextIn(job.payload));
        if (!text)
            return;
        const auto escalation = EscalationRepository::byId(tx, job.client, text->escalation);
        const auto conversation = escalation ? ConversationRepository::byId(tx, job.client, escalation->conversation) : std::nullopt;
        const bool isPutOff = conversation && conversation->snoozedUntil && *conversation->snoozedUntil > m_clock.now();
        const char *unneeded = !escalation || !awaitsSomebody(*escalation) ? "Somebody is on it already" : isPutOff ? "It was put off" : nullptr;
        const bool suppressed = ConsentRepository::suppressed(tx, job.client, ChannelKind::Sms, text->to);
        found = Task {std::move(*text), unneeded, suppressed};
    });
    if (done.hasError())
        return done.error();
    return found;
}

// What can be said without asking anybody; nothing: the vendor must be asked.
std::optional<Delivery> AlertTextJob::settled(const Task &task, const Doors::Door *door) const
{
    const auto failed = [&](const char *reason, const char *code) { return Delivery {DeliveryState::Failed, reason, code, m_clock.now(), false}; };
    if (task.unneeded)
        return Delivery {DeliveryState::Suppressed, task.unneeded, std::string {textNotNeeded}, m_clock.now(), false};
    if (task.suppressed)
        return Delivery {DeliveryState::Suppressed, "This telephone wants no texts (STOP)", "opted_out", m_clock.now(), false};
    if (!door || door->token.empty() || door->channel.account.empty() || door->channel.number.empty())
        return failed("SMS is not configured", "not_configured");
    if (door->channel.number == task.text.to)
        return failed("The owner's telephone is the number that texts are sent from", "own_number");
    return std::nullopt;
}

JobOutcome AlertTextJob::run(const Job &job)
{
    EarlierAttempts earlier {job};
    if (const auto until = earlier.arrivesBy(m_clock.now()))
        return JobOutcome::postponed(job.lastError, *until);
    auto read_ = read(job);
    if (read_.hasError())
        return JobOutcome::retry(earlier.lastErrorAfter(read_.error().detail));
    if (!read_.value())
        return JobOutcome::dead("the text is not there");
    const auto &task = *read_.value();
    if (task.text.delivery.state != DeliveryState::Queued)
        return JobOutcome::done(); // sent already, by a worker that could not say so
    const auto doors = m_directory.doors();
    if (!doors)
        return JobOutcome::retry(earlier.lastErrorAfter("the channels could not be read"));
    const auto *business = doors->bySlugOrId(job.client.value);
    const auto *door = business ? doorFor(*business, task.text.to) : nullptr;
    if (auto known = settled(task, door))
        return deliver(job, earlier, std::move(*known));
    const auto &channel = door->channel;
    const bool safe = business->client.safeMode;
    if (safe && !isLoopbackUrl(channel.baseUrl))
        return deliver(job, earlier, {DeliveryState::Held, {}, {}, m_clock.now(), false}, channel.id);
    const OpenChannel open {channel, door->secret, door->token, safe};
    bool isTwice = false;
    auto asked = earlier.mayBeTaken() ? foundAtVendor(m_store, m_sms, open, {task.text.text, task.text.to, job.createdAt, m_clock.now()}, earlier, isTwice) : std::nullopt;
    if (!asked) {
        if (earlier.areSpent()) // cut short again and again: the next could be the same text once more
            return JobOutcome::dead(job.lastError);
        asked = m_sms.send(open, task.text.text, {task.text.to});
    }
    const auto &result = *asked;
    if (auto delivery = deliveryOf(result, m_clock.now(), isTwice || earlier.isInDoubt()))
        return deliver(job, earlier, std::move(*delivery), channel.id, result);
    if (earlier.mayBeTaken() && result.mayBeTaken) // twice in doubt: the next could be the same text a third time
        return JobOutcome::dead(JobRepository::inDoubt(result.reason));
    return tryAgain(job, channel.id, earlier.lastErrorAfter(result.reason, result.mayBeTaken), result, m_clock.now());
}

JobOutcome AlertTextJob::deliver(const Job &job, const EarlierAttempts &earlier, Delivery delivery, ChannelId channel, const SendResult &result) const
{
    delivery.outcomeUnknown = delivery.outcomeUnknown || earlier.isInDoubt(); // whatever it came to this time
    if (delivery.state == DeliveryState::Failed)
        m_log.warning("alert_text.not_sent", {{"client_id", job.client.value}, {"job_id", job.id.value}, {"code", delivery.code}});
    return JobOutcome::done([job, delivery = std::move(delivery), channel = std::move(channel), providerId = result.providerId, refusal = refusalOf(result), now = m_clock.now()](WriteTx &tx) {
        ActContext act {tx, job.client, {}, {}, now};
        if (refusal)
            recordSending(act, channel, *refusal);
        auto text = AlertTextRepository::byId(tx, job.client, alertTextIn(job.payload));
        if (!text)
            return;
        text->channel = channel;
        auto final = delivery;
        if (!providerId.empty()) {
            // A vendor that names two texts alike must not have this one sent again and again.
            if (!AlertTextRepository::byProviderId(tx, job.client, channel, providerId))
                text->providerId = providerId;
            // The vendor may have told us more already, before its answer came through.
            const auto told = ProviderStatusRepository::find(tx, job.client, channel, providerId);
            if (told && told->rank > rankOf(final.state.value()))
                final = stillInDoubt(told->delivery, final);
        }
        applyAlertDelivery(act, std::move(*text), std::move(final), true);
    });
}

void AlertTextJob::givenUp(WriteTx &tx, const Job &job, const std::string &error)
{
    ActContext act {tx, job.client, {}, {}, m_clock.now()};
    auto text = AlertTextRepository::byId(tx, job.client, alertTextIn(job.payload));
    const EarlierAttempts attempts {error};
    if (text && text->delivery.state == DeliveryState::Queued)
        applyAlertDelivery(act, std::move(*text), {DeliveryState::Failed, attempts.shown(), "given_up", act.now, attempts.isInDoubt()}, true);
}

} // namespace foredeck
