#include "net/sync/outboxsender.h"

#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"
#include "net/sync/oproute.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr int httpUnauthorized = 401;
constexpr int httpForbidden = 403;
constexpr int httpNotFound = 404;
constexpr int httpUnprocessable = 422;
constexpr int recordAgainMs = 2'000;

std::string problemOf(const Error &error)
{
    JsonWriter json;
    json.beginObject();
    json.key("title");
    json.string(error.detail);
    json.endObject();
    return json.take();
}

/// What is said of the act by somebody who has not seen it. Other refusals, such as of what is too large, a proxy makes for good.
bool isNoAnswer(const ApiResponse &response)
{
    const bool saysSo = response.ok() || response.status == httpForbidden || response.status == httpNotFound;
    return saysSo && !response.isServersOwn();
}

ApiResponse notSent()
{
    ApiResponse none;
    none.neverLeft = true;
    return none;
}

} // namespace

OutboxSender::OutboxSender(ApiClient &api, LocalStore &store, int parallel, Epochs epochs, QObject *parent)
    : QObject(parent), m_api(api), m_store(store), m_parallel(parallel), m_epochs(std::move(epochs))
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &OutboxSender::kick);
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.outbox)
            kick();
    });
}

void OutboxSender::start()
{
    m_started = true;
    kick();
}

void OutboxSender::stop()
{
    m_started = false;
    m_wake.stop();
    kick();
}

void OutboxSender::retryNow()
{
    m_store.writer().retryAll();
    kick();
}

/// Nothing is taken while nobody is signed in; the undo time of what is held passes all the same.
void OutboxSender::kick()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    m_store.writer().takeSendable(m_started ? m_parallel : 0, m_epochs(), m_mailbox.receive([this](const SendPlan &plan) { take(plan); }));
}

void OutboxSender::take(const SendPlan &plan)
{
    m_asking = false;
    for (const Op &op : plan.ops) {
        // Whoever signs in next must not send what was planned for the one who has gone.
        if (m_started)
            send(op);
        else
            record(op, notSent());
    }
    m_wake.stop();
    if (plan.nextTry) {
        const std::int64_t wait = toMs(*plan.nextTry) - toMs(m_store.clock().now());
        m_wake.start(static_cast<int>(std::clamp<std::int64_t>(wait, 1, 60'000)));
    }
    if (std::exchange(m_again, false))
        kick();
}

void OutboxSender::send(const Op &op)
{
    if (op.kind != OpKind::Faqs || !op.target.empty())
        return sendTo(op);
    const auto known = m_bases.find(op.client);
    if (known == m_bases.end())
        return findBase(op);
    Op addressed = op;
    addressed.target = known->second;
    sendTo(addressed);
}

/// A client without documents: its base is not in the cache, so it is asked for once.
void OutboxSender::findBase(const Op &op)
{
    ApiRequest request;
    request.path = QStringLiteral("/api/v1/knowledge/client/%1/bases").arg(QString::fromStdString(op.client.value));
    m_api.send(request, [this, op](const ApiResponse &response) {
        if (!response.ok() || isNoAnswer(response))
            return record(op, response);
        JsonDocument document;
        const auto root = document.parse(response.body);
        std::string base;
        if (root.hasValue()) {
            root.value()["items"].eachElement([&](JsonValue item) {
                base = std::string {item["id"].asString().value_or(std::string_view {})};
                return false;
            });
        }
        if (base.empty())
            return record(op, {httpUnprocessable, problemOf(Error::of(Error::Kind::NotFound, "the client has no knowledge base")), 0, {}});
        m_bases[op.client] = base;
        send(op);
    });
}

void OutboxSender::sendTo(const Op &op)
{
    const auto call = callOf(op);
    if (call.hasError())
        return record(op, {httpUnprocessable, problemOf(call.error()), 0, {}});
    ApiRequest request;
    request.method = QByteArray::fromStdString(call.value().method);
    request.path = QString::fromStdString(call.value().path);
    request.body = QByteArray::fromStdString(call.value().body);
    request.headers.emplace_back("Idempotency-Key", QByteArray::fromStdString(op.id.value));
    if (!call.value().ifMatch.empty())
        request.headers.emplace_back("If-Match", '"' + QByteArray::fromStdString(call.value().ifMatch) + '"');
    m_api.send(request, [this, op](const ApiResponse &response) { record(op, response); });
}

void OutboxSender::record(const Op &op, const ApiResponse &response)
{
    if (isNoAnswer(response))
        return record(op, {});
    if (response.status == httpUnauthorized)
        Q_EMIT unauthorized();
    if (response.ok())
        Q_EMIT answered();
    std::vector<Entity> entities;
    if (response.ok())
        entities = entitiesOf(op, response.body);
    OpAnswer answer {response.status, response.retryAfterMs, response.ok() ? std::string {} : response.body, response.neverLeft, response.wasSentBefore};
    m_store.writer().recordAnswer(op.id, answer, std::move(entities), m_mailbox.receive([this, op, response](const Result<void> &recorded) {
        // The disk refuses: until the answer is written down the row stands as sending and lets nothing pass it.
        if (recorded.hasError())
            QTimer::singleShot(recordAgainMs, this, [this, op, response] { record(op, response); });
        kick();
    }));
}

} // namespace foredeck
