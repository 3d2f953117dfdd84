#include "net/api/networker.h"

#include "models/cache/cachereader.h"
#include "net/api/metareader.h"
#include "net/codec/domaincodec.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::chrono::seconds sleptAfter {40};
constexpr int mostLeases = 200;
constexpr int setUpRetryMs = 5000;
constexpr std::string_view presenceTyping = "typing";
constexpr std::string_view presenceGone = "gone";

SyncTimes syncTimes(const NetworkTimes &t)
{
    SyncTimes times;
    times.silenceMs = t.silenceLimitMs;
    times.backoffFirstMs = t.backoffFirstMs;
    times.backoffMostMs = t.backoffMostMs;
    times.digestEveryMs = t.digestEveryMs;
    times.refreshBeforeMs = t.refreshBeforeMs;
    return times;
}

SyncPhase phaseOf(SyncView::Phase phase)
{
    switch (phase) {
    case SyncView::Phase::SignedOut:
        return SyncPhase::SignedOut;
    case SyncView::Phase::Connecting:
        return SyncPhase::Connecting;
    case SyncView::Phase::Live:
        return SyncPhase::Live;
    case SyncView::Phase::CatchingUp:
        return SyncPhase::CatchingUp;
    case SyncView::Phase::Gap:
        return SyncPhase::Gap;
    case SyncView::Phase::Reconnecting:
        return SyncPhase::Reconnecting;
    case SyncView::Phase::Offline:
        return SyncPhase::Offline;
    case SyncView::Phase::CannotSave:
        return SyncPhase::CannotSave;
    case SyncView::Phase::TooOld:
        return SyncPhase::TooOld;
    }
    return SyncPhase::SignedOut;
}

SyncStatus statusOf(const SyncView &view)
{
    return {phaseOf(view.phase), view.done, view.total, view.retryAt, view.since, view.completeUpTo, QString::fromStdString(view.detail)};
}

template <class T>
Entity entityOf(const char *kind, const T &value)
{
    Entity entity;
    entity.kind = kind;
    entity.version = value.version;
    entity.data = encode(value);
    return entity;
}

} // namespace

NetWorker::NetWorker(const NetworkOptions &options, LocalStore &store, const QString &device, const QString &serverId)
    : m_options(options), m_store(store), m_device(device), m_serverId(serverId), m_api(options.times.requestLimitMs),
      m_live(options.times.handshakeLimitMs), m_repairs(options.repairLog, store.clock()), m_timelines(m_api, store.writer()), m_escalations(m_api, store.writer()),
      m_engine({m_api, m_live, store, m_timelines, m_repairs}, syncTimes(options.times)), m_sender(m_api, store, options.parallelSends, [this] { return m_engine.epochs(); }),
      m_session(m_api, device, store.clock(), options.times.refreshLimitMs), m_cacheOf(store.user()), m_lastAwake(store.clock().now())
{
    m_api.setServer(options.server);
    connect(&m_session, &Session::started, this, &NetWorker::started);
    connect(&m_session, &Session::tokenChanged, this, [this](const QString &token) {
        m_engine.setToken(token.toStdString(), m_session.expires());
        m_sender.kick();
    });
    connect(&m_session, &Session::refreshTokenChanged, this, &NetWorker::refreshTokenChanged);
    connect(&m_session, &Session::failed, this, &NetWorker::signInFailed);
    connect(&m_session, &Session::passwordRight, this, &NetWorker::passwordRight);
    connect(&m_session, &Session::passwordNotTaken, this, &NetWorker::passwordNotTaken);
    connect(&m_session, &Session::ended, this, [this](const QString &detail) {
        end();
        tell({});
        Q_EMIT sessionEnded(detail);
    });
    connect(&m_engine, &SyncEngine::viewChanged, this, [this](const SyncView &view) { Q_EMIT syncChanged(statusOf(view)); });
    connect(&m_engine, &SyncEngine::tokenNeeded, &m_session, &Session::refresh);
    connect(&m_sender, &OutboxSender::unauthorized, &m_session, &Session::refresh);
    connect(&m_sender, &OutboxSender::answered, &m_engine, &SyncEngine::tryNow);
    connect(&m_engine, &SyncEngine::up, this, [this] {
        m_sender.retryNow();
        sendPresence(false);
        renewLeases();
    });
    connect(&m_engine, &SyncEngine::down, this, &NetWorker::presenceUnknown);
    connect(&m_escalations, &EscalationLoader::fetched, this, &NetWorker::escalationsFetched);
    connect(&m_engine, &SyncEngine::serverTime, this, &NetWorker::serverTime);
    connect(&m_engine, &SyncEngine::presence, this, &NetWorker::presence);
    connect(&m_engine, &SyncEngine::lease, this, &NetWorker::lease);
    m_metaRetry.setSingleShot(true);
    connect(&m_metaRetry, &QTimer::timeout, this, &NetWorker::askMeta);
    m_setUpRetry.setSingleShot(true);
    m_setUpRetry.setInterval(setUpRetryMs);
    connect(&m_setUpRetry, &QTimer::timeout, this, [this] { m_setUpAgain(); });
    m_leases.setInterval(static_cast<int>(options.times.leaseEveryMs));
    connect(&m_leases, &QTimer::timeout, this, &NetWorker::renewLeases);
    m_typing.setInterval(static_cast<int>(options.times.typingEveryMs));
    connect(&m_typing, &QTimer::timeout, this, [this] { sendPresence(true); });
    connect(&m_sleep, &QTimer::timeout, this, &NetWorker::watchSleep);
    m_sleep.start(static_cast<int>(options.times.sleepCheckMs));
}

void NetWorker::setServer(const QUrl &server)
{
    m_options.server = server;
    end();
    m_session.forget();
    m_api.setServer(server);
    m_metaKnown = false;
}

/// Nothing of a session that goes is done any more, nor what was to begin one.
void NetWorker::end()
{
    ++m_run;
    m_then = nullptr;
    m_metaRetry.stop();
    m_setUpRetry.stop();
    m_leases.stop();
    m_escalations.forget();
    m_counting.clear();
    m_engine.stop();
    m_sender.stop();
}

void NetWorker::tell(SyncStatus status)
{
    status.completeUpTo = m_engine.completeUpTo();
    Q_EMIT syncChanged(status);
}

void NetWorker::whenKnown(std::function<void()> then)
{
    if (m_metaKnown)
        return then();
    m_then = std::move(then);
    m_metaFailures = 0;
    askMeta();
}

void NetWorker::askMeta()
{
    if (m_replaced)
        return;
    SyncStatus status;
    status.phase = SyncPhase::Connecting;
    status.since = m_unreachableSince;
    if (!m_unreachableSince)
        tell(status);
    ApiRequest request;
    request.path = QStringLiteral("/api/v1/meta");
    request.authorized = false;
    m_api.send(request, [this, run = m_run](const ApiResponse &response) {
        if (run == m_run)
            takeMeta(readMeta(response));
    });
}

void NetWorker::takeMeta(const Result<ServerMeta> &meta)
{
    if (meta.hasError()) {
        const Timestamp now = m_store.clock().now();
        m_unreachableSince = m_unreachableSince.value_or(now);
        const std::int64_t wait = std::min(m_options.times.backoffMostMs, m_options.times.backoffFirstMs << std::min(m_metaFailures, 10));
        ++m_metaFailures;
        SyncStatus status;
        status.phase = m_metaFailures > 3 ? SyncPhase::Offline : SyncPhase::Reconnecting;
        status.since = m_unreachableSince;
        status.retryAt = now + std::chrono::milliseconds {wait};
        status.detail = QString::fromStdString(meta.error().detail);
        tell(status);
        m_metaRetry.start(static_cast<int>(wait));
        return;
    }
    m_unreachableSince.reset();
    if (!m_serverId.isEmpty() && meta.value().serverId != m_serverId) {
        m_replaced = true;
        Q_EMIT serverReplaced(meta.value().serverId);
        return;
    }
    m_serverId = meta.value().serverId;
    m_metaKnown = true;
    Q_EMIT metaKnown(meta.value());
    if (const auto then = std::exchange(m_then, nullptr))
        then();
}

void NetWorker::signInEmbedded(const QString &token)
{
    whenKnown([this, token] { m_session.signInEmbedded(token); });
}

void NetWorker::signIn(const QString &email, const QString &password)
{
    whenKnown([this, email, password] {
        if (m_session.isSignedIn())
            end(); // before what is under way is ended
        m_session.signIn(email, password);
    });
}

/// Of a server that has not said who it is nothing is asked, a password least of all.
void NetWorker::checkPassword(const User &person, const QString &password)
{
    if (m_metaKnown)
        m_session.checkPassword(person, password);
    else
        Q_EMIT passwordNotTaken(QStringLiteral("the server did not answer"), false, 0, -1);
}

void NetWorker::resume(const QString &refreshToken)
{
    whenKnown([this, refreshToken] { m_session.resume(refreshToken); });
}

void NetWorker::signOut()
{
    end(); // before what is under way is ended
    m_typing.stop();
    m_presence.clear(); // whoever signs in next is nowhere yet
    m_session.signOut();
}

/// The cache is this person's before a window shows it as theirs and before a socket opens: another one's rows are gone first.
void NetWorker::started(const SignedIn &session)
{
    const bool isTheirs = session.user.id == m_cacheOf;
    if (isTheirs)
        Q_EMIT sessionStarted(session.user);
    else
        m_cacheOf = UserId(); // nobody's for sure until that is done
    setUp(session, isTheirs);
}

void NetWorker::setUp(const SignedIn &session, bool isTold)
{
    m_store.writer().setUser(session.user, m_mailbox.receive([this, session, isTold, run = m_run](const Result<void> &set) {
        if (set.hasValue())
            m_cacheOf = session.user.id;
        if (run != m_run)
            return;
        if (set.hasValue() && !isTold)
            Q_EMIT sessionStarted(session.user);
        if (set.hasValue())
            return begin(session);
        SyncStatus status;
        status.phase = SyncPhase::CannotSave;
        status.detail = QString::fromStdString(set.error().detail);
        tell(status);
        m_setUpAgain = [this, session, isTold] { setUp(session, isTold); };
        m_setUpRetry.start();
    }));
}

void NetWorker::begin(const SignedIn &session)
{
    std::vector<Entity> known {entityOf("user", session.user)};
    if (session.agency)
        known.push_back(entityOf("agency", *session.agency));
    for (const Client &client : session.clients)
        known.push_back(entityOf("client", client));
    m_store.writer().applyEntities(std::move(known), {});
    const SyncMachine::Identity identity {m_options.consoleVersion.toStdString(), m_device.toStdString(), "user:" + session.user.id.value};
    m_engine.start(identity, session.accessToken, m_session.expires());
    m_sender.start();
    m_leases.start();
}

void NetWorker::fetchOlder(const ConversationId &conversation, std::int64_t before)
{
    if (!m_fetching.insert(conversation).second)
        return;
    m_timelines.older(conversation, before, [this, conversation](const TimelineLoader::Outcome &outcome) {
        m_fetching.erase(conversation);
        if (outcome.failure.isEmpty())
            Q_EMIT olderFetched(conversation, outcome.count, outcome.reachedStart);
        else
            Q_EMIT olderFailed(conversation, outcome.failure);
    });
}

void NetWorker::fetchConversation(const ConversationId &conversation)
{
    m_timelines.whole(conversation, INT64_MAX, [this, conversation](const TimelineLoader::Outcome &outcome) {
        if (!outcome.failure.isEmpty())
            Q_EMIT olderFailed(conversation, outcome.failure);
    });
}

void NetWorker::fetchEscalations(const ClientId &client, EscalationStatus status, bool further)
{
    if (m_metaKnown)
        m_escalations.fetch(client, status, further);
}

void NetWorker::fetchDashboard(const ClientId &client)
{
    if (!m_metaKnown || !isUuid(client.value) || !m_counting.insert(client).second)
        return;
    ApiRequest request;
    request.path = QStringLiteral("/api/v1/dashboard/%1/stats").arg(QString::fromStdString(client.value));
    m_api.send(request, [this, client, run = m_run](const ApiResponse &response) {
        m_counting.erase(client);
        if (run != m_run || !response.ok())
            return;
        const auto told = decode<DashboardStats>(response.body);
        if (told.hasError() || told.value().client != client)
            return;
        Entity entity;
        entity.kind = "dashboard";
        entity.version = toMs(told.value().at);
        entity.data = response.body;
        m_store.writer().applyEntities({std::move(entity)}, {});
    });
}

void NetWorker::tryRule(quint64 number, const ClientRule &rule)
{
    m_trial = number;
    const auto fail = [this, number](const Error &error) { Q_EMIT ruleTryFailed(number, error); };
    if (!m_metaKnown || !isUuid(rule.client.value))
        return fail(Error::of(Error::Kind::Unavailable, "the server did not answer"));
    ApiRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/api/v1/rules/client/%1/dry-run").arg(QString::fromStdString(rule.client.value));
    request.body = QByteArray::fromStdString(encode(rule));
    request.limitMs = m_options.times.dryRunLimitMs;
    m_api.send(request, [this, number, fail, run = m_run](const ApiResponse &response) {
        if (number != m_trial)
            return;
        if (run != m_run)
            return fail(Error::of(Error::Kind::Unavailable, "the session has ended"));
        if (!response.ok())
            return fail(response.error());
        const auto told = decode<RuleDryRun>(response.body);
        if (told.hasError())
            return fail(told.error());
        Q_EMIT ruleTried(number, told.value());
    });
}

void NetWorker::retryNow()
{
    if (!m_metaKnown && m_metaRetry.isActive()) {
        m_metaRetry.stop();
        askMeta();
    }
    if (m_setUpRetry.isActive()) {
        m_setUpRetry.stop();
        m_setUpAgain();
    }
    m_engine.reconnectNow();
    m_sender.retryNow();
}

void NetWorker::renewLeases()
{
    if (!m_engine.isUp())
        return;
    const auto held = [](CacheReader &reader) {
        return reader.conversations({View::Mine, {}}, topKey, mostLeases).valueOr({}).rows;
    };
    m_store.read(held, m_mailbox.receive([this](const std::vector<ConversationRow> &rows) {
        for (const ConversationRow &row : rows) {
            if (row.claim.user == row.owner.user && row.claim.fence > 0 && row.claim.leaseUntil)
                m_engine.tell(LeaseFrame {row.id, row.claim.fence, std::nullopt, false});
        }
    }));
}

void NetWorker::showPresence(const ClientId &client, const ConversationId &conversation, const QString &state)
{
    PresenceFrame frame;
    frame.client = client;
    frame.conversation = conversation;
    frame.state = state.toStdString();
    m_engine.tell(frame);
    if (frame.state == presenceGone)
        m_presence.erase(conversation); // a connection that breaks takes it back by itself
    else
        m_presence[conversation] = frame;
    if (frame.state == presenceTyping)
        m_typing.start();
    else if (std::none_of(m_presence.begin(), m_presence.end(), [](const auto &one) { return one.second.state == presenceTyping; }))
        m_typing.stop();
}

void NetWorker::sendPresence(bool typingAlone)
{
    for (const auto &[conversation, frame] : m_presence) {
        if (!typingAlone || frame.state == presenceTyping)
            m_engine.tell(frame);
    }
}

/// A timer that comes much too late: the machine has slept, and the socket is not what it was. One that comes before the one
/// before it: the clock was set back, and what is to be done at a time would wait for that hour to come round again.
void NetWorker::watchSleep()
{
    const Timestamp now = m_store.clock().now();
    if (now - m_lastAwake > sleptAfter || now < m_lastAwake)
        retryNow();
    m_lastAwake = now;
}

} // namespace foredeck
