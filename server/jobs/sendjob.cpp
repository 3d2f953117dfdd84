#include "server/jobs/sendjob.h"

#include "net/codec/jsonreader.h"
#include "server/services/client/channelacts.h"
#include "server/services/consent/consent.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/ingest/delivery.h"
#include "server/services/ingest/optout.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/livechatrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/providerstatusrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

std::string member(const std::string &payload, std::string_view name)
{
    JsonDocument document;
    const auto root = document.parse(payload);
    return root.hasValue() ? std::string {root.value()[name].asString().value_or("")} : std::string {};
}

// The confirmation of an opt-out and HELP go out although the person has opted out: the law asks for them. That of an opt-in
// does not: they may have opted out again meanwhile.
bool isCompliance(Tx &tx, const Message &message)
{
    if (message.decision.empty())
        return false;
    const auto decision = DecisionRepository::byId(tx, message.client, message.decision);
    return decision && (decision->action == DecisionAction::OptedOut || decision->action == DecisionAction::Helped);
}

constexpr std::chrono::seconds behindTheTry {5}; ///< between two looks at a door that is being tried

bool needsNumber(ChannelKind kind) { return kind == ChannelKind::WhatsApp || kind == ChannelKind::Sms || kind == ChannelKind::MissedCall; }

// What a visitor fetches here, or cannot be sent at all, is given to no vendor.
bool goesToVendor(const Message &message)
{
    const auto kind = message.channel.value();
    return kind != ChannelKind::LiveChat && !isAtDesk(kind);
}

} // namespace

/// Everything that sending one message rests on, read in one transaction.
struct SendJob::Task {
    Message message;
    Conversation conversation;
    std::string to; ///< E.164; empty: none is known
    bool suppressed = false;
    bool visitorIsHere = false; ///< live chat: the visitor's browser runs on this computer
    std::vector<ProviderStatus> told; ///< by the vendor, of attempts of which it gave no answer
};

ChannelPort &ChannelPorts::of(ChannelKind kind) const
{
    switch (kind) {
    case ChannelKind::WhatsApp: return whatsApp;
    case ChannelKind::Sms: return sms;
    default: return none;
    }
}

std::optional<Delivery> deliveryOf(const SendResult &result, Timestamp now, bool before)
{
    switch (result.kind) {
    case SendResult::Kind::Sent:
        return Delivery {DeliveryState::Sent, std::string {before ? sentBefore : ""}, {}, now, before};
    case SendResult::Kind::Held:
        return Delivery {DeliveryState::Held, {}, {}, now, before};
    case SendResult::Kind::Failed:
        return Delivery {DeliveryState::Failed, result.reason, result.code, now, before};
    case SendResult::Kind::Unknown:
        return Delivery {DeliveryState::Sent, result.reason, result.code, now, true};
    case SendResult::Kind::Retry:
        break;
    }
    return std::nullopt;
}

std::optional<std::string> refusalOf(const SendResult &result)
{
    if (result.kind == SendResult::Kind::Sent)
        return std::string {};
    // Meta's and Twilio's word for a key, and ours for an address: every other message would come to the same.
    const bool isOfKey = result.kind == SendResult::Kind::Failed && (result.code == "190" || result.code == "20003");
    return isOfKey || result.code == addressForbidden ? std::optional {result.reason} : std::nullopt;
}

JobOutcome tryAgain(const Job &job, const ChannelId &channel, std::string lastError, const SendResult &result, Timestamp now)
{
    auto outcome = JobOutcome::retry(std::move(lastError), result.after.count() > 0 ? std::optional {now + result.after} : std::nullopt);
    if (auto refusal = refusalOf(result)) {
        outcome.effect = [client = job.client, channel, refusal = std::move(*refusal), now](WriteTx &tx) {
            ActContext act {tx, client, {ActorKind::System, {}, {}}, {}, now};
            recordSending(act, channel, refusal);
        };
    }
    return outcome;
}

bool isLoopbackUrl(std::string_view url) noexcept
{
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return false;
    auto host = url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    if (host.find('@') != std::string_view::npos)
        return false;
    if (host.starts_with("[::1]"))
        return host.size() == 5 || host[5] == ':';
    host = host.substr(0, host.find(':'));
    const bool numeric = host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos;
    return host == "localhost" || numeric;
}

Result<std::optional<SendJob::Task>> SendJob::read(const Job &job) const
{
    const MessageId id {member(job.payload, "message_id")};
    std::optional<Task> found;
    const auto done = m_store.read([&](Tx &tx) {
        found.reset();
        auto message = MessageRepository::byId(tx, job.client, id);
        auto conversation = message ? ConversationRepository::byId(tx, job.client, message->conversation) : std::nullopt;
        if (!conversation)
            return;
        Task task {std::move(*message), std::move(*conversation), {}, false, false, {}};
        const auto kind = task.conversation.channelKind.value();
        if (const auto lead = LeadRepository::byId(tx, job.client, task.conversation.lead)) {
            task.to = ConsentRepository::numberOf(tx, *lead, task.conversation);
            task.suppressed = ConsentRepository::standing(tx, *lead, task.conversation).state == ConsentState::OptedOut && !isCompliance(tx, task.message);
        }
        if (kind == ChannelKind::LiveChat) {
            const auto session = LiveChatRepository::byConversation(tx, job.client, task.conversation.id);
            task.visitorIsHere = session && session->remoteLoopback;
        }
        task.told = ProviderStatusRepository::ofReference(tx, job.client, task.conversation.channel, task.message.id.value);
        found = std::move(task);
    });
    if (done.hasError())
        return done.error();
    return found;
}

// What can be said without asking anybody; nothing: the vendor must be asked.
std::optional<Delivery> SendJob::settled(const Task &task) const
{
    const auto now = m_clock.now();
    const auto kind = task.conversation.channelKind.value();
    if (task.suppressed)
        return suppressedDelivery(now);
    if (isAtDesk(kind))
        return Delivery {DeliveryState::Failed, "Nothing can be sent to who came in or called; another channel may reach them", "no_channel", now, false};
    if (needsNumber(kind) && task.to.empty())
        return Delivery {DeliveryState::Failed, "There is no telephone number to answer to", "no_number", now, false};
    if (kind == ChannelKind::WhatsApp && !task.message.useTemplate && (!task.conversation.replyWindowUntil || *task.conversation.replyWindowUntil <= now))
        return Delivery {DeliveryState::Failed, "The 24-hour window for free text is over", "131047", now, false};
    return std::nullopt;
}

JobOutcome SendJob::run(const Job &job)
{
    // An attempt ended without a word or with a vendor's breakdown: it may have this message already. That stays known until
    // it is settled.
    EarlierAttempts earlier {job};
    auto read_ = read(job);
    if (read_.hasError())
        return JobOutcome::retry(earlier.lastErrorAfter(read_.error().detail));
    if (!read_.value())
        return JobOutcome::dead("the message is not there");
    const auto &task = *read_.value();
    if (task.message.delivery.state != DeliveryState::Queued)
        return JobOutcome::done(); // sent already, by a worker that could not say so
    if (!task.told.empty()) {
        // Of two the one that arrived, if one did.
        const auto arrived = std::find_if(task.told.begin(), task.told.end(), [](const ProviderStatus &one) { return one.delivery.state != DeliveryState::Failed; });
        const auto &first = arrived == task.told.end() ? task.told.front() : *arrived;
        const bool isTwice = task.told.size() > 1;
        earlier.settle();
        auto result = SendResult::unknown({});
        result.providerId = first.providerId;
        return deliver(job, earlier, *deliveryOf(SendResult::sent({}), m_clock.now(), isTwice || earlier.isInDoubt()), result);
    }
    if (const auto until = goesToVendor(task.message) ? earlier.arrivesBy(m_clock.now()) : std::nullopt)
        return JobOutcome::postponed(job.lastError, *until);
    if (auto known = settled(task))
        return deliver(job, earlier, std::move(*known));

    const auto doors = m_directory.doors();
    if (!doors)
        return JobOutcome::retry(earlier.lastErrorAfter("the channels could not be read"));
    const auto found = doors->byId(job.client, task.conversation.channel);
    if (!found)
        return deliver(job, earlier, {DeliveryState::Failed, "The channel is not there any more", "no_channel", m_clock.now(), false});
    const bool safe = found.business->client.safeMode;
    const auto kind = found.door->channel.kind.value();
    if (kind == ChannelKind::LiveChat) // the visitor fetches it
        return deliver(job, earlier, {safe && !task.visitorIsHere ? DeliveryState::Held : DeliveryState::Sent, {}, {}, m_clock.now(), false});
    if (safe && !isLoopbackUrl(found.door->channel.baseUrl))
        return deliver(job, earlier, {DeliveryState::Held, {}, {}, m_clock.now(), false});
    auto &port = m_ports.of(kind);
    if (earlier.areSpent() && !port.canBeAsked()) // cut short again and again: the next could be the same text once more
        return JobOutcome::dead(job.lastError);
    if (const auto until = m_doors.pausedUntil(task.conversation.channel, m_clock.now()))
        return putOff(job, earlier.lastErrorAfter("the vendor asked to slow down"), *until);
    SendDoors::Attempt attempt {m_doors, m_clock, job, task.conversation.channel};
    if (!attempt.mayBegin())
        return putOff(job, earlier.lastErrorAfter("another message is being tried first"), m_clock.now() + behindTheTry);

    const OpenChannel open {found.door->channel, found.door->secret, found.door->token, safe};
    bool isTwice = false;
    auto asked = earlier.mayBeTaken() ? foundAtVendor(m_store, port, open, {task.message.text, task.to, task.message.at, m_clock.now()}, earlier, isTwice) : std::nullopt;
    if (!asked) {
        if (earlier.areSpent()) {
            attempt.took(SendResult::unknown({})); // the door has answered
            return JobOutcome::dead(job.lastError);
        }
        const auto &use = task.message.useTemplate;
        const Recipient recipient {task.to, task.message.id.value};
        asked = use ? port.sendTemplate(open, *use, recipient) : port.send(open, task.message.text, recipient);
    }
    const auto &result = attempt.took(std::move(*asked));
    const auto now = m_clock.now();
    if (auto delivery = deliveryOf(result, now, isTwice || earlier.isInDoubt()))
        return deliver(job, earlier, std::move(*delivery), result);
    if (earlier.mayBeTaken() && result.mayBeTaken) // twice in doubt: the next could be the same text a third time
        return JobOutcome::dead(JobRepository::inDoubt(result.reason));
    return tryAgain(job, task.conversation.channel, earlier.lastErrorAfter(result.reason, result.mayBeTaken), result, now);
}

// With all of its door that is due: each would be claimed to find out the same, and keep a worker from the well doors.
JobOutcome SendJob::putOff(const Job &job, std::string why, Timestamp until)
{
    return JobOutcome::postponed(std::move(why), until, [this, job, until](WriteTx &tx) {
        JobRepository::putOff(tx, job.queue, job.channel, m_clock.now(), until, job.priority);
        goOn(tx, job, true);
    });
}

// Nothing waits at a well door for a try that is over. Asked in the transaction of whoever put something off as well: the try may
// have ended between the look and the writing.
void SendJob::goOn(WriteTx &tx, const Job &job, bool hasPutOff)
{
    const auto now = m_clock.now();
    if (m_doors.goesOn(job.channel, now, hasPutOff))
        JobRepository::bringForward(tx, job.queue, job.channel, now, now + behindTheTry);
}

JobOutcome SendJob::deliver(const Job &job, const EarlierAttempts &earlier, Delivery delivery, const SendResult &result)
{
    if (delivery.state == DeliveryState::Failed)
        m_log.warning("message.not_sent", {{"client_id", job.client.value}, {"job_id", job.id.value}, {"code", delivery.code}});
    return JobOutcome::done([this, job, isInDoubt = earlier.isInDoubt(), delivery = std::move(delivery), providerId = result.providerId, refusal = refusalOf(result), now = m_clock.now()](WriteTx &tx) {
        goOn(tx, job, false);
        ActContext act {tx, job.client, {ActorKind::System, {}, {}}, {}, now};
        auto message = MessageRepository::byId(tx, job.client, MessageId {member(job.payload, "message_id")});
        auto conversation = message ? ConversationRepository::byId(tx, job.client, message->conversation) : std::nullopt;
        if (!conversation)
            return;
        if (refusal)
            recordSending(act, conversation->channel, *refusal);
        auto final = delivery;
        final.outcomeUnknown = final.outcomeUnknown || (isInDoubt && goesToVendor(*message)); // whatever it came to this time
        if (!providerId.empty()) {
            // A vendor that names two messages alike must not have this one sent again and again.
            const auto namesake = MessageRepository::byProviderId(tx, job.client, conversation->channel, providerId);
            if (!namesake || namesake->id == message->id)
                message->providerId = providerId;
            // The vendor may have told us more already, before its answer came through.
            const auto told = ProviderStatusRepository::find(tx, job.client, conversation->channel, providerId);
            if (told && told->rank > rankOf(final.state.value()))
                final = stillInDoubt(told->delivery, final);
        }
        if (final.code == endedAtVendor)
            endByVendor(act, *message, final.reason);
        applyDelivery(act, std::move(*message), std::move(final), true);
    });
}

void SendJob::givenUp(WriteTx &tx, const Job &job, const std::string &error)
{
    ActContext act {tx, job.client, {ActorKind::System, {}, {}}, {}, m_clock.now()};
    auto message = MessageRepository::byId(tx, job.client, MessageId {member(job.payload, "message_id")});
    if (!message || message->delivery.state != DeliveryState::Queued)
        return;
    const EarlierAttempts attempts {goesToVendor(*message) ? error : std::string {JobRepository::reasonIn(error)}};
    applyDelivery(act, std::move(*message), {DeliveryState::Failed, attempts.shown(), "given_up", act.now, attempts.isInDoubt()}, true);
}

} // namespace foredeck
