#include "server/services/ingest/chatvisits.h"

#include "net/codec/jsonreader.h"
#include "server/services/ingest/delivery.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/livechatrepository.h"
#include "server/storage/messagerepository.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr int mostMessages = 100;
constexpr std::int64_t beyondAll = 1'000'000'000'000; ///< a position that no conversation gets to
constexpr std::chrono::milliseconds deadlineTick {200};

bool mayBeSeen(const Message &message)
{
    const auto state = message.delivery.state.value();
    return message.role == MessageRole::Lead || state == DeliveryState::Sent || state == DeliveryState::Delivered || state == DeliveryState::Read;
}

// On its way still: what comes after it waits with it, or the visitor would go on from beyond it and never get it.
bool isOnItsWay(const Message &message)
{
    return message.role != MessageRole::Lead && message.delivery.state == DeliveryState::Queued;
}

/// What the visitor may see after a position, up to the first that is on its way.
std::vector<Message> visibleAfter(Tx &tx, const LiveChatSession &session, std::int64_t after)
{
    std::vector<Message> shown;
    for (;;) {
        auto page = MessageRepository::after(tx, session.client, session.conversation, after, mostMessages);
        const bool last = page.size() < std::size_t {mostMessages};
        for (auto &message : page) {
            if (isOnItsWay(message))
                return shown;
            after = message.position;
            if (mayBeSeen(message))
                shown.push_back(std::move(message));
        }
        if (last || !shown.empty())
            return shown;
    }
}

// The conversations in which something was said, or got further.
std::set<ConversationId> conversationsOf(const std::vector<Event> &events)
{
    std::set<ConversationId> found;
    for (const auto &event : events) {
        if (event.kind != "message.created" && event.kind != "message.updated")
            continue;
        JsonDocument document;
        const auto root = document.parse(event.data);
        if (root.hasValue())
            found.insert(ConversationId {root.value()["conversation_id"].asString().value_or("")});
    }
    return found;
}

} // namespace

ChatVisits::ChatVisits(Store &store, const Clock &clock, std::chrono::milliseconds longestWait)
    : m_store(store), m_clock(clock), m_longestWait(longestWait), m_thread(deadlineTick, [this] { look({}); })
{
}

ChatVisits::~ChatVisits()
{
    stop();
}

void ChatVisits::poll(ChatPoll poll, Answer answer)
{
    if (m_stopped)
        return answer(std::vector<Message> {});
    poll.wait = std::clamp(poll.wait, std::chrono::milliseconds {0}, m_longestWait);
    m_thread.post([this, waiting = Waiting {std::move(poll), std::move(answer), {}, {}, true}]() mutable {
        waiting.until = std::chrono::steady_clock::now() + waiting.poll.wait;
        if (!tryAnswer(waiting, waiting.poll.wait.count() == 0))
            m_waiting.push_back(std::move(waiting));
    });
}

void ChatVisits::committed(const std::vector<Event> &events)
{
    if (auto news = conversationsOf(events); !news.empty())
        m_thread.post([this, news = std::move(news)] { look(news); });
}

void ChatVisits::stop()
{
    m_stopped = true;
    m_thread.stop();
    for (auto &waiting : m_waiting) // the thread has ended: nobody else touches them
        waiting.answer(std::vector<Message> {});
    m_waiting.clear();
}

void ChatVisits::look(const std::set<ConversationId> &news)
{
    const auto now = std::chrono::steady_clock::now();
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
        const bool over = now >= waiting->until;
        // A window without a conversation may have got one by what was said.
        const bool changed = news.contains(waiting->conversation) || (waiting->conversation.empty() && !news.empty());
        const bool answered = (changed || over) && tryAnswer(*waiting, over);
        waiting = answered ? m_waiting.erase(waiting) : std::next(waiting);
    }
}

// True when it has been answered; `last`: with nothing, if there is nothing.
bool ChatVisits::tryAnswer(Waiting &waiting, bool last)
{
    std::optional<LiveChatSession> session;
    std::vector<Message> shown;
    std::vector<Message> had;
    const auto read = m_store.read([&](Tx &tx) {
        shown.clear();
        had.clear();
        session = LiveChatRepository::byToken(tx, waiting.poll.session, sha256Hex(waiting.poll.token));
        if (!session || session->conversation.empty())
            return;
        shown = visibleAfter(tx, *session, waiting.poll.after);
        if (waiting.fresh && waiting.poll.after > 0) // as many as the answer before this poll can have held
            had = MessageRepository::before(tx, session->client, session->conversation, std::min(waiting.poll.after, beyondAll) + 1, mostMessages);
    });
    if (read.hasError()) {
        waiting.answer(read.error());
        return true;
    }
    if (!session) {
        waiting.answer(Error::of(Error::Kind::NotFound, "there is no such window"));
        return true;
    }
    waiting.conversation = session->conversation;
    const bool fresh = std::exchange(waiting.fresh, false);
    if (fresh)
        markDelivered(had);
    if (fresh && session->remoteLoopback != waiting.poll.fromLoopback) {
        // Safe mode asks where the visitor is. The window is found again: ingest may have given it its conversation by then.
        m_store.writeLater(
            [client = session->client, id = session->id, loopback = waiting.poll.fromLoopback, now = m_clock.now()](WriteTx &tx) {
                if (auto seen = LiveChatRepository::find(tx, client, id)) {
                    seen->remoteLoopback = loopback;
                    seen->seenAt = now;
                    LiveChatRepository::update(tx, *seen);
                }
            },
            [](const Result<void> &) { });
    }
    if (shown.empty() && !last)
        return false;
    waiting.answer(std::move(shown));
    return true;
}

// An answer that is written has reached nobody yet: the visitor may have gone. Who asks for what comes after it has got it.
void ChatVisits::markDelivered(const std::vector<Message> &had)
{
    std::vector<std::pair<ClientId, MessageId>> ours;
    for (const auto &message : had) {
        if (message.role != MessageRole::Lead && message.delivery.state == DeliveryState::Sent)
            ours.emplace_back(message.client, message.id);
    }
    if (ours.empty())
        return;
    m_store.writeLater(
        [ours = std::move(ours), now = m_clock.now()](WriteTx &tx) {
            for (const auto &[client, id] : ours) {
                ActContext act {tx, client, {ActorKind::System, {}, {}}, {}, now};
                if (auto message = MessageRepository::byId(tx, client, id))
                    applyDelivery(act, std::move(*message), {DeliveryState::Delivered, {}, {}, now, false});
            }
        },
        [](const Result<void> &) { });
}

} // namespace foredeck
