#include "net/sync/syncmachine.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr int mostFailuresAsReconnecting = 3;

enum CloseCode { notSignedIn = 4401, noRight = 4403, replaced = 4409, tooOld = 4426 };

Timestamp after(Timestamp now, std::int64_t ms) { return now + std::chrono::milliseconds {ms}; }

} // namespace

void SyncMachine::start(const Identity &identity, const std::map<std::string, StreamPosition> &cursors, Timestamp now)
{
    // How old the picture is stays known between two sessions of one person, whose picture it is.
    if (identity.userStream != m_identity.userStream)
        m_completeUpTo.reset();
    m_identity = identity;
    m_streams.clear();
    for (const auto &[name, position] : cursors) {
        StreamState &stream = m_streams[name];
        stream.name = name;
        stream.epoch = position.epoch;
        stream.cursor = stream.expected = position.since;
    }
    m_failures = 0;
    m_lostAt.reset();
    connect(now);
}

void SyncMachine::stop()
{
    if (m_link != Link::Off)
        perform(CloseSocket {});
    m_link = Link::Off;
    m_connectAt.reset();
    m_renewAt.reset();
    m_token.clear();
    m_streams.clear();
    m_batch = {};
    m_batchBytes = 0;
    m_queue.clear();
    m_drops.clear();
    m_applying = false;
    m_wasUp = false;
    m_refreshing = false;
    m_reloadAt.reset();
    m_cannotSave = false;
    m_completeOnceApplied.reset();
    m_detail.clear();
}

void SyncMachine::setToken(const std::string &token, Timestamp expires, Timestamp now)
{
    m_token = token;
    // A server may give tokens that live for less than that: then half of their time, or each would ask for the next at once.
    m_renewAt = std::max(after(expires, -m_times.refreshBeforeMs), after(now, (toMs(expires) - toMs(now)) / 2));
    m_refreshing = false;
    if (m_link == Link::Up)
        perform(SendText {encodeFrame(AuthFrame {token})});
    else if (m_link == Link::Waiting && !m_connectAt && !m_cannotSave)
        connect(now);
}

void SyncMachine::connect(Timestamp)
{
    m_connectAt.reset();
    m_link = Link::Opening;
    perform(ConnectSocket {});
}

void SyncMachine::socketOpened(Timestamp now)
{
    if (m_link != Link::Opening)
        return;
    m_link = Link::Hello;
    m_lastHeard = now;
    hello();
}

void SyncMachine::hello()
{
    HelloFrame frame;
    frame.console = m_identity.console;
    frame.device = m_identity.device;
    frame.token = m_token;
    for (auto &[name, stream] : m_streams) {
        stream.named = stream.mode != StreamState::Mode::Snapshot;
        if (stream.named)
            frame.streams[name] = {stream.epoch, stream.cursor};
    }
    // Naming nothing would ask for the whole log: one's own small stream stands for "nothing yet".
    if (frame.streams.empty())
        frame.streams[m_identity.userStream] = {};
    perform(SendText {encodeFrame(frame)});
}

void SyncMachine::socketClosed(int code, const std::string &why, Timestamp now)
{
    if (m_link == Link::Off || m_link == Link::Stopped || m_link == Link::Waiting)
        return;
    switch (code) {
    case notSignedIn:
        lost(now, 0, why);
        if (!m_refreshing) {
            m_refreshing = true;
            m_connectAt.reset();
            perform(RenewToken {});
        }
        break;
    case tooOld:
        m_link = Link::Stopped;
        m_detail = why;
        break;
    case noRight:
    case replaced:
        lost(now, m_times.backoffMostMs, why);
        break;
    default:
        lost(now, 0, why);
        break;
    }
}

/// Full jitter between nothing and a bound that doubles with each failure.
void SyncMachine::lost(Timestamp now, std::int64_t leastMs, const std::string &why)
{
    if (m_link == Link::Up)
        m_failures = 0;
    if (!m_lostAt)
        m_lostAt = now;
    m_detail = why;
    ++m_failures;
    std::int64_t most = m_times.backoffFirstMs;
    for (int i = 1; i < m_failures && most < m_times.backoffMostMs; ++i)
        most *= 2;
    most = std::min(most, m_times.backoffMostMs);
    const auto wait = static_cast<std::int64_t>(m_jitter() * static_cast<double>(most));
    m_link = Link::Waiting;
    m_connectAt = after(now, std::max(leastMs, wait));
    closeBatch();
    sendBatch();
}

void SyncMachine::reconnectNow(Timestamp now)
{
    if (m_link == Link::Off || m_link == Link::Stopped)
        return;
    m_failures = 0;
    if (m_cannotSave) {
        // A socket is of no use before the cache has said where it stands.
        m_reloadAt.reset();
        return perform(ReloadCursors {});
    }
    if (m_link == Link::Waiting) {
        if (!m_refreshing)
            connect(now);
        return;
    }
    perform(CloseSocket {});
    lost(now, 0, "the network changed");
    connect(now);
}

void SyncMachine::tryNow(Timestamp now)
{
    if (m_link == Link::Waiting && m_connectAt && !m_refreshing && !m_cannotSave)
        connect(now);
}

void SyncMachine::cacheLost(Timestamp now)
{
    m_completeUpTo.reset();
    m_completeOnceApplied.reset();
    if (m_link == Link::Off)
        return;
    // A batch on its way may stand in the new cache, with a cursor that claims all that was in the old one.
    if (m_applying) {
        for (const auto &[name, stream] : m_streams)
            perform(DropStream {name});
    }
    m_streams.clear();
    m_batch = {};
    m_batchBytes = 0;
    m_queue.clear();
    m_drops.clear();
    m_applying = false;
    reconnectNow(now);
}

void SyncMachine::tick(Timestamp now)
{
    keepNear(now);
    const auto due = [now](const std::optional<Timestamp> &t) { return t && *t <= now; };
    const bool connected = m_link == Link::Up || m_link == Link::Hello;
    if (connected && after(m_lastHeard, m_times.silenceMs) <= now) {
        perform(CloseSocket {});
        lost(now, 0, "nothing was heard for " + std::to_string(m_times.silenceMs / 1000) + " s");
    }
    if (m_link == Link::Waiting && due(m_connectAt))
        connect(now);
    if (!m_refreshing && due(m_renewAt)) {
        m_refreshing = true;
        perform(RenewToken {});
    }
    if (due(m_reloadAt)) {
        m_reloadAt.reset();
        perform(ReloadCursors {});
    }
    if (m_link == Link::Up && due(m_digestAt)) {
        m_digestAt = after(now, m_times.digestEveryMs);
        m_digestDue = true;
    }
    for (auto &[name, stream] : m_streams) {
        if (due(stream.snapshotAt)) {
            stream.snapshotAt.reset();
            perform(FetchSnapshot {name});
        }
    }
    if (m_digestDue && m_link == Link::Up && allComplete() && m_queue.empty() && !m_applying) {
        m_digestDue = false;
        perform(CompareDigests {});
    }
}

std::optional<Timestamp> SyncMachine::nextTick() const
{
    std::optional<Timestamp> next;
    const auto consider = [&next](const std::optional<Timestamp> &t) {
        if (t)
            next = std::min(*t, next.value_or(*t));
    };
    if (m_link == Link::Up || m_link == Link::Hello)
        consider(after(m_lastHeard, m_times.silenceMs));
    if (m_link == Link::Waiting)
        consider(m_connectAt);
    if (!m_refreshing)
        consider(m_renewAt);
    consider(m_reloadAt);
    if (m_link == Link::Up)
        consider(m_digestAt);
    for (const auto &[name, stream] : m_streams)
        consider(stream.snapshotAt);
    return next;
}

std::vector<SyncAction> SyncMachine::takeActions() { return std::exchange(m_actions, {}); }

std::vector<ClientId> SyncMachine::clients() const
{
    std::vector<ClientId> ids;
    for (const auto &[name, stream] : m_streams) {
        if (name.starts_with("client:"))
            ids.emplace_back(name.substr(7));
    }
    return ids;
}

std::map<std::string, StreamPosition> SyncMachine::positions() const
{
    std::map<std::string, StreamPosition> all;
    for (const auto &[name, stream] : m_streams)
        all[name] = {stream.epoch, stream.cursor};
    return all;
}

SyncView SyncMachine::view() const
{
    using Phase = SyncView::Phase;
    SyncView view;
    view.completeUpTo = m_completeUpTo;
    view.detail = m_detail;
    if (m_cannotSave) {
        view.phase = Phase::CannotSave;
    } else if (m_link == Link::Off) {
        view.phase = Phase::SignedOut;
    } else if (m_link == Link::Stopped) {
        view.phase = Phase::TooOld;
    } else if (m_link != Link::Up) {
        const bool offline = m_failures > mostFailuresAsReconnecting;
        view.phase = offline ? Phase::Offline : m_wasUp || m_failures > 0 ? Phase::Reconnecting : Phase::Connecting;
        view.retryAt = m_connectAt;
        view.since = m_lostAt;
    } else {
        view.phase = Phase::Live;
        view.detail.clear();
        bool gap = false;
        for (const auto &[name, stream] : m_streams) {
            gap = gap || (stream.open && stream.mode != StreamState::Mode::Snapshot);
            if (stream.isComplete())
                continue;
            view.phase = Phase::CatchingUp;
            const bool snapshot = stream.mode == StreamState::Mode::Snapshot;
            view.done += snapshot ? stream.snapshotDone : std::max<std::int64_t>(0, stream.cursor - stream.start);
            view.total += snapshot ? stream.snapshotTotal : std::max<std::int64_t>(0, stream.head - stream.start);
        }
        if (gap)
            view.phase = Phase::Gap;
    }
    return view;
}

} // namespace foredeck
