#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/cache/cachereader.h"
#include "models/cache/storewriter.h"
#include "net/codec/domaincodec.h"

#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <atomic>
#include <optional>

namespace foredeck::test {

/// Time that stands still until it is moved.
class ManualClock final : public Clock {
public:
    Timestamp now() const override { return fromMs(m_ms); }
    void advance(std::chrono::milliseconds by) { m_ms += by.count(); }
    void set(Timestamp t) { m_ms = toMs(t); }

private:
    std::atomic<std::int64_t> m_ms {1'795'000'000'000};
};

/// Ids that tell what they are: "00000000-0000-7000-8000-<number>".
inline std::string idText(int kind, int number)
{
    return QStringLiteral("%1-0000-7000-8000-%2").arg(kind, 8, 16, QLatin1Char {'0'}).arg(number, 12, 10, QLatin1Char {'0'}).toStdString();
}
inline ClientId clientId(int n = 1) { return ClientId {idText(1, n)}; }
inline LeadId leadId(int n) { return LeadId {idText(2, n)}; }
inline ConversationId conversationId(int n) { return ConversationId {idText(3, n)}; }
inline MessageId messageId(int n) { return MessageId {idText(4, n)}; }
inline UserId userId(int n = 1) { return UserId {idText(5, n)}; }

template <class T>
Entity entity(const char *kind, const T &value)
{
    Entity e;
    e.kind = kind;
    e.version = value.version;
    e.data = encode(value);
    return e;
}

inline Client client(int n = 1)
{
    Client c;
    c.id = clientId(n);
    c.name = "Client " + std::to_string(n);
    c.mark = "C" + std::to_string(n);
    return c;
}

inline User user(int n = 1)
{
    User u;
    u.id = userId(n);
    u.name = n == 1 ? "Nora" : "User " + std::to_string(n);
    return u;
}

inline Lead lead(int n, const std::string &name = {})
{
    Lead l;
    l.id = leadId(n);
    l.client = clientId();
    l.name = name.empty() ? "Lead " + std::to_string(n) : name;
    l.phones = {{"+1305555" + std::to_string(1000 + n), ""}};
    l.createdAt = l.updatedAt = fromMs(1'794'000'000'000 + n);
    return l;
}

inline Conversation conversation(int n, int client = 1)
{
    Conversation c;
    c.id = conversationId(n);
    c.client = clientId(client);
    c.lead = leadId(n);
    c.channelKind = ChannelKind::WhatsApp;
    c.lastAt = c.createdAt = fromMs(1'794'500'000'000 + n * 1000);
    return c;
}

inline Message message(int n, int conversation, std::int64_t position, MessageRole role = MessageRole::Lead, const std::string &text = "hello")
{
    Message m;
    m.id = messageId(n);
    m.client = clientId();
    m.conversation = conversationId(conversation);
    m.position = position;
    m.role = role;
    m.text = text;
    m.at = fromMs(1'794'500'000'000 + n);
    return m;
}

/// What steps 9 (merged leads) and 8 (what is due stands first) brought, for a cache that is to be as an older program left it:
/// before all else.
inline constexpr const char *withoutRank = "DROP INDEX lead_merged; DROP INDEX lead_merged_by_act; ALTER TABLE lead DROP COLUMN merged_into; ALTER TABLE lead DROP COLUMN merged_by_act; "
                                           "UPDATE view_entry SET rank = (SELECT effective_last_at FROM conversation WHERE row = view_entry.conversation); "
                                           "ALTER TABLE conversation DROP COLUMN effective_rank; ALTER TABLE conversation DROP COLUMN effective_due_from; "
                                           "ALTER TABLE view_entry RENAME COLUMN rank TO last_at";
/// What step 7 brought (tasks).
inline constexpr const char *withoutTasks = "DROP TABLE task; ALTER TABLE conversation DROP COLUMN effective_task_id; ALTER TABLE conversation DROP COLUMN effective_task_kind; "
                                            "ALTER TABLE conversation DROP COLUMN effective_task_owner; ALTER TABLE conversation DROP COLUMN effective_task_due; "
                                            "ALTER TABLE conversation DROP COLUMN effective_task_is_due";

/// Qt Test's own wait looks every 50 ms, and a test of the window waits for the store a hundred times: this one looks after every event.
template <class Condition>
bool waitUntil(Condition condition, std::chrono::milliseconds limit = std::chrono::seconds {30})
{
    const QDeadlineTimer deadline {limit};
    QTimer end;
    end.start(limit);
    while (!condition() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return condition();
}

/// A store in a folder of its own, with a clock that stands and calls that wait for their answer.
class StoreFixture {
public:
    StoreFixture() { open(); }

    void open()
    {
        StoreOptions options;
        options.folder = m_dir.filePath(QStringLiteral("store"));
        options.user = m_user;
        auto opened = LocalStore::open(options, clock);
        if (opened.hasError())
            qFatal("%s", opened.error().detail.c_str());
        store = std::move(opened).value();
        QObject::connect(store.get(), &LocalStore::changed, &m_receiver, [this](const Changes &c) {
            changes.add(c);
            ++notices;
        });
    }
    void close() { store.reset(); }
    void reopen()
    {
        close();
        open();
    }
    QString path(const QString &name) const { return m_dir.filePath(QStringLiteral("store/") + name); }
    QString folder() const { return m_dir.filePath(QStringLiteral("store")); }
    /// What has been written is told.
    void settle()
    {
        bool done = false;
        store->writer().cursors(m_mailbox.receive([&](const auto &) { done = true; }));
        QVERIFY(waitUntil([&] { return done; }));
        QCoreApplication::sendPostedEvents();
    }

    template <class F>
    auto read(F query)
    {
        using T = decltype(query(std::declval<CacheReader &>()));
        std::optional<T> answer;
        store->read(query, m_mailbox.receive([&](T result) { answer.emplace(std::move(result)); }));
        [&] { QVERIFY(waitUntil([&] { return answer.has_value(); })); }();
        return std::move(*answer);
    }
    template <class... Args, class... Given>
    Result<void> write(void (StoreWriter::*call)(Args...), Given &&...given)
    {
        std::optional<Result<void>> answer;
        (store->writer().*call)(std::forward<Given>(given)..., StoreWriter::Done {m_mailbox.receive([&](Result<void> r) { answer.emplace(std::move(r)); })});
        [&] { QVERIFY(waitUntil([&] { return answer.has_value(); })); }();
        QCoreApplication::sendPostedEvents();
        return *answer;
    }
    Result<BatchReport> apply(Batch batch)
    {
        std::optional<Result<BatchReport>> answer;
        store->writer().applyBatch(std::move(batch), m_mailbox.receive([&](Result<BatchReport> r) { answer.emplace(std::move(r)); }));
        [&] { QVERIFY(waitUntil([&] { return answer.has_value(); })); }();
        QCoreApplication::sendPostedEvents();
        return *answer;
    }
    Result<BatchReport> apply(std::vector<Entity> entities) { return apply(Batch {std::move(entities), {}}); }
    Result<void> enqueue(const Op &op, std::optional<CompositionKind> clears = std::nullopt)
    {
        return write(&StoreWriter::enqueue, op, clears);
    }
    SendPlan takeSendable(int limit = 4)
    {
        std::optional<SendPlan> plan;
        store->writer().takeSendable(limit, epochs, m_mailbox.receive([&](SendPlan p) { plan.emplace(std::move(p)); }));
        [&] { QVERIFY(waitUntil([&] { return plan.has_value(); })); }();
        return *plan;
    }
    Result<void> answer(const OpId &op, int status, std::vector<Entity> entities = {}, const std::string &body = {})
    {
        return write(&StoreWriter::recordAnswer, op, OpAnswer {status, 0, body}, std::move(entities));
    }

    /// Signs somebody in and lets client 1 with `n` conversations of one customer message each be there.
    void fill(int n, int first = 1)
    {
        std::vector<Entity> entities {entity("client", client()), entity("user", user())};
        for (int i = first; i < first + n; ++i) {
            Conversation c = conversation(i);
            Message m = message(i, i, 1);
            c.lastPosition = c.lastPublicPosition = 1;
            c.lastMessage = {m.id, m.role, {}, m.text, 1, DeliveryState::None, m.at};
            entities.push_back(entity("lead", lead(i)));
            entities.push_back(entity("conversation", c));
            entities.push_back(entity("message", m));
        }
        const auto report = apply(std::move(entities));
        if (report.hasError())
            qFatal("%s", report.error().detail.c_str());
    }
    void signIn(int n = 1)
    {
        m_user = userId(n);
        const auto done = write(&StoreWriter::setUser, user(n));
        if (done.hasError())
            qFatal("%s", done.error().detail.c_str());
    }

    Op op(OpKind kind, int conversationNumber, const std::string &body = "{}") const
    {
        Op o;
        o.id = OpId::make(clock.now());
        o.user = userId();
        o.client = clientId();
        o.conversation = conversationId(conversationNumber);
        o.kind = kind;
        o.body = body;
        o.createdAt = clock.now();
        return o;
    }
    Op reply(int conversationNumber, const std::string &text) const
    {
        Op o = op(OpKind::Reply, conversationNumber);
        o.body = R"({"id":")" + o.id.value + R"(","text":")" + text + R"("})";
        return o;
    }
    ConversationRow row(int n)
    {
        auto result = read([n](CacheReader &reader) { return reader.conversation(conversationId(n)); });
        if (result.hasError())
            qFatal("no conversation %d: %s", n, result.error().detail.c_str());
        return result.value();
    }
    std::vector<Op> outbox()
    {
        std::vector<Op> ops;
        auto rows = read([](CacheReader &reader) { return reader.outbox(); });
        for (OutboxRow &r : rows.value())
            ops.push_back(std::move(r.op));
        return ops;
    }
    std::map<View, ViewCount> counters() { return read([](CacheReader &reader) { return reader.counters({}); }).value(); }
    std::vector<int> order(View view)
    {
        std::vector<int> numbers;
        const auto page = read([view](CacheReader &reader) { return reader.conversations({view, {}}, topKey, 1000); }).value();
        for (const ConversationRow &r : page.rows)
            numbers.push_back(std::stoi(r.id.value.substr(24)));
        return numbers;
    }

    ManualClock clock;
    std::unique_ptr<LocalStore> store;
    std::map<std::string, std::string> epochs {{"user:" + userId().value, "e1"}}; ///< of the connection that is up
    Changes changes;
    int notices = 0;

private:
    QTemporaryDir m_dir;
    UserId m_user;
    QObject m_receiver;
    Mailbox m_mailbox;
};

} // namespace foredeck::test
