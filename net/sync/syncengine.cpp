#include "net/sync/syncengine.h"

#include <QLoggingCategory>

#include <algorithm>
#include <random>

namespace foredeck {

namespace {

Q_LOGGING_CATEGORY(lcSync, "foredeck.sync")

constexpr std::int64_t longestSleepMs = 60'000;

std::function<double()> makeJitter()
{
    return [engine = std::minstd_rand {std::random_device {}()}]() mutable { return std::uniform_real_distribution<double> {0.0, 1.0}(engine); };
}

} // namespace

SyncEngine::SyncEngine(const Parts &parts, const SyncTimes &times, QObject *parent)
    : QObject(parent), m_parts(parts), m_machine(times, makeJitter()), m_snapshots(parts.api, parts.store.writer()),
      m_digests(parts.api, parts.store, parts.timelines)
{
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_machine.tick(now());
        act();
    });
    connect(&parts.live, &LiveConnection::opened, this, [this] {
        m_machine.socketOpened(now());
        act();
    });
    connect(&parts.live, &LiveConnection::closed, this, [this](int code, const QString &why) {
        m_machine.socketClosed(code, why.toStdString(), now());
        act();
    });
    connect(&parts.live, &LiveConnection::received, this, &SyncEngine::received);
    connect(&m_snapshots, &SnapshotLoader::progress, this, [this](const std::string &stream, std::int64_t done, std::int64_t total) {
        m_machine.snapshotProgress(stream, done, total);
        act();
    });
    connect(&m_snapshots, &SnapshotLoader::done, this, [this](const std::string &stream, const StreamPosition &position) {
        m_machine.snapshotDone(stream, position, now());
        act();
    });
    connect(&m_snapshots, &SnapshotLoader::failed, this, [this](const std::string &stream, const QString &why) {
        qCWarning(lcSync, "the snapshot of %s failed: %s", stream.c_str(), qPrintable(why));
        m_machine.snapshotFailed(stream, now());
        act();
    });
    connect(&m_digests, &DigestRunner::repaired, this, [this](const Repair &repair) { m_parts.repairs.write(repair); });
    connect(&parts.store, &LocalStore::cacheRebuilt, this, [this] {
        m_snapshots.cancelAll();
        m_parts.store.writer().cursors([](const auto &) {}); // behind what was on its way
        m_machine.cacheLost(now());
        if (m_running)
            act();
    });
}

void SyncEngine::start(const SyncMachine::Identity &identity, const std::string &token, Timestamp expires)
{
    const int run = ++m_run;
    m_parts.store.writer().cursors(m_mailbox.receive([this, identity, token, expires, run](const std::map<std::string, StreamPosition> &cursors) {
        if (run != m_run)
            return;
        m_machine.setToken(token, expires, now());
        m_machine.start(identity, cursors, now());
        m_running = true;
        act();
    }));
}

void SyncEngine::stop()
{
    ++m_run;
    m_snapshots.cancelAll();
    m_digests.cancel();
    m_machine.stop();
    m_running = false;
    act();
}

void SyncEngine::setToken(const std::string &token, Timestamp expires)
{
    m_machine.setToken(token, expires, now());
    act();
}

void SyncEngine::reconnectNow()
{
    m_machine.reconnectNow(now());
    act();
}

void SyncEngine::tryNow()
{
    m_machine.tryNow(now());
    act();
}

template <class F>
void SyncEngine::pass(JsonValue frame, void (SyncMachine::*input)(const F &, Timestamp))
{
    const auto read = decode<F>(frame);
    if (read.hasError()) {
        qCWarning(lcSync, "a %s frame cannot be read: %s", std::string {FrameName<F>::value}.c_str(), read.error().detail.c_str());
        return;
    }
    if constexpr (requires { read.value().time; })
        told(read.value().time);
    (m_machine.*input)(read.value(), now());
}

void SyncEngine::told(Timestamp serverTime)
{
    Q_EMIT this->serverTime(toMs(serverTime) - toMs(now()));
}

void SyncEngine::received(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const auto root = m_document.parse({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (root.hasError()) {
        qCWarning(lcSync, "a frame cannot be read: %s", root.error().detail.c_str());
        return;
    }
    const JsonValue frame = root.value();
    const std::string_view type = frameType(frame);
    if (type == FrameName<Event>::value) {
        auto event = decode<Event>(frame);
        // One that cannot be read is missing, and is asked for again like any other hole.
        if (event.hasValue())
            m_machine.event(std::move(event).value(), now());
        else
            qCWarning(lcSync, "an event cannot be read: %s", event.error().detail.c_str());
    } else if (type == FrameName<HeartbeatFrame>::value) {
        pass<HeartbeatFrame>(frame, &SyncMachine::heartbeat);
    } else if (type == FrameName<WelcomeFrame>::value) {
        pass<WelcomeFrame>(frame, &SyncMachine::welcome);
    } else if (type == FrameName<ResetFrame>::value) {
        pass<ResetFrame>(frame, &SyncMachine::reset);
    } else {
        m_machine.heard(now());
        if (type == FrameName<PresenceFrame>::value) {
            if (const auto seen = decode<PresenceFrame>(frame); seen.hasValue())
                Q_EMIT presence(seen.value());
        } else if (type == FrameName<LeaseFrame>::value) {
            if (const auto renewed = decode<LeaseFrame>(frame); renewed.hasValue())
                Q_EMIT lease(renewed.value());
        }
    }
    scheduleFlush();
}

/// Frames that have come together are applied together.
void SyncEngine::scheduleFlush()
{
    if (m_flushing)
        return;
    m_flushing = true;
    m_mailbox.post([this] {
        m_flushing = false;
        m_machine.flush();
        m_machine.tick(now());
        act();
    });
}

void SyncEngine::perform(const ApplyEvents &apply)
{
    m_parts.store.writer().applyBatch(apply.batch, m_mailbox.receive([this, run = m_run](const Result<BatchReport> &report) {
        if (run != m_run)
            return;
        // After damage cacheRebuilt came first and nothing is awaited any more, unless no new cache could be begun.
        if (report.hasError())
            m_machine.applyFailed(report.error().detail, now());
        else
            m_machine.applied(now());
        act();
    }));
}

/// A page that is under way would come after it, and stay; so would any other answer about what is not to be seen any more.
/// Whoever asked for something else asks again.
void SyncEngine::perform(const DropStream &drop)
{
    m_snapshots.cancel(drop.stream);
    m_parts.api.abortAll();
    m_parts.store.writer().dropStream(drop.stream, {});
}

void SyncEngine::perform(const ReloadCursors &)
{
    m_parts.store.writer().cursors(m_mailbox.receive([this, run = m_run](const std::map<std::string, StreamPosition> &cursors) {
        if (run != m_run)
            return;
        m_machine.cursors(cursors, now());
        act();
    }));
}

void SyncEngine::act()
{
    if (m_acting)
        return;
    m_acting = true;
    for (auto actions = m_machine.takeActions(); !actions.empty(); actions = m_machine.takeActions()) {
        for (const SyncAction &action : actions)
            std::visit([this](const auto &a) { perform(a); }, action);
    }
    m_acting = false;
    if (const auto next = m_machine.nextTick())
        m_tick.start(static_cast<int>(std::clamp<std::int64_t>(toMs(*next) - toMs(now()), 0, longestSleepMs)));
    else
        m_tick.stop();
    if (m_up != m_machine.isUp()) {
        m_up = m_machine.isUp();
        m_up ? Q_EMIT up() : Q_EMIT down();
    }
    if (SyncView view = m_machine.view(); view != m_view) {
        m_view = view;
        Q_EMIT viewChanged(view);
    }
}

} // namespace foredeck
