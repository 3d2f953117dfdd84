#pragma once

/// The console's half of contract 4 as a state machine without clock, socket, file or random source: frames, answers and
/// the time go in, actions come out. What it guarantees: the cursor of a stream moves only over events that stand in a
/// batch handed to the cache, each follows the one before (`prev`), none is applied twice, and a gap is asked for again on
/// the same socket, three times without progress, then healed by a snapshot. Never by a window of time.

#include "models/cache/storewriter.h"
#include "net/codec/frames.h"
#include "net/sync/streamstate.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace foredeck {

struct SyncTimes {
    std::int64_t silenceMs = 40'000;
    std::int64_t backoffFirstMs = 500;
    std::int64_t backoffMostMs = 60'000;
    std::int64_t digestEveryMs = 10 * 60'000;
    std::int64_t refreshBeforeMs = 60'000;
    std::int64_t saveRetryMs = 5'000;
};

/// What the driver does for the machine, in order.
struct ConnectSocket { };
struct CloseSocket { };
struct SendText {
    std::string text;
};
/// Answer with applied() or applyFailed().
struct ApplyEvents {
    Batch batch;
};
/// Answer with snapshotDone() or snapshotFailed().
struct FetchSnapshot {
    std::string stream;
};
struct DropStream {
    std::string stream;
};
struct CompareDigests { };
/// Answer with setToken(), or nothing when the session is over.
struct RenewToken { };
/// Read the cursors again from the cache: answer with cursors().
struct ReloadCursors { };
struct SettleActs {
    std::string stream;
    Timestamp before;
};
struct LogRepair {
    Repair repair;
};
using SyncAction = std::variant<ConnectSocket, CloseSocket, SendText, ApplyEvents, FetchSnapshot, DropStream, CompareDigests, RenewToken,
    ReloadCursors, SettleActs, LogRepair>;

/// What the status bar is told, in plain values.
struct SyncView {
    enum class Phase { SignedOut, Connecting, Live, CatchingUp, Gap, Reconnecting, Offline, CannotSave, TooOld };
    Phase phase = Phase::SignedOut;
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::optional<Timestamp> retryAt;
    std::optional<Timestamp> since;
    std::optional<Timestamp> completeUpTo;
    std::string detail;
    friend bool operator==(const SyncView &, const SyncView &) = default;
};

struct SyncCounters {
    std::int64_t events = 0;
    std::int64_t duplicates = 0;
    std::int64_t resumes = 0;
    std::int64_t snapshots = 0;
    std::int64_t reconnects = 0;
};

class SyncMachine {
public:
    struct Identity {
        std::string console; ///< version
        std::string device;
        std::string userStream; ///< "user:<id>": named in hello even when nothing is known yet
    };

    /// `jitter` gives 0–1.
    SyncMachine(const SyncTimes &times, std::function<double()> jitter) : m_times(times), m_jitter(std::move(jitter)) { }

    /// Signed in: connects at once. `cursors` as the cache has them.
    void start(const Identity &identity, const std::map<std::string, StreamPosition> &cursors, Timestamp now);
    void stop();
    void setToken(const std::string &token, Timestamp expires, Timestamp now);

    void socketOpened(Timestamp now);
    void socketClosed(int code, const std::string &why, Timestamp now);
    void welcome(const WelcomeFrame &frame, Timestamp now);
    void event(Event event, Timestamp now);
    void heartbeat(const HeartbeatFrame &frame, Timestamp now);
    void reset(const ResetFrame &frame, Timestamp now);
    /// Any other frame: the wire is alive.
    void heard(Timestamp now) { m_lastHeard = now; }
    /// The frames that had come are through: what they brought may be applied.
    void flush();

    void applied(Timestamp now);
    void applyFailed(const std::string &why, Timestamp now);
    void cursors(const std::map<std::string, StreamPosition> &cursors, Timestamp now);
    void snapshotDone(const std::string &stream, const StreamPosition &position, Timestamp now);
    void snapshotFailed(const std::string &stream, Timestamp now);
    void snapshotProgress(const std::string &stream, std::int64_t done, std::int64_t total);

    /// The network changed, the machine woke, a person asked: without waiting.
    void reconnectNow(Timestamp now);
    /// The server has answered on another way. A socket that is there or on its way is left alone, and so is how long the try after
    /// this one waits.
    void tryNow(Timestamp now);
    /// The cache was begun anew: everything is fetched again, and what is still being applied is not counted on.
    void cacheLost(Timestamp now);
    void tick(Timestamp now);
    std::optional<Timestamp> nextTick() const;

    std::vector<SyncAction> takeActions();
    SyncView view() const;
    bool isUp() const { return m_link == Link::Up; }
    const SyncCounters &counters() const { return m_counters; }
    std::optional<Timestamp> completeUpTo() const { return m_completeUpTo; }
    /// The clients whose streams are followed.
    std::vector<ClientId> clients() const;
    std::map<std::string, StreamPosition> positions() const;
    /// By stream, as the welcome of the connection that is up told them; none while there is none.
    std::map<std::string, std::string> epochs() const { return isUp() ? m_epochs : std::map<std::string, std::string> {}; }

private:
    enum class Link { Off, Waiting, Opening, Hello, Up, Stopped };

    void connect(Timestamp now);
    void lost(Timestamp now, std::int64_t leastMs, const std::string &why);
    void hello();
    void meet(const std::string &name, const StreamHead &head, Timestamp now);
    void accept(StreamState &stream, Event event);
    void askAgain(StreamState &stream, const char *kind, std::int64_t to, Timestamp now);
    void resume(StreamState &stream);
    void snapshot(StreamState &stream, const std::string &kind, Timestamp now);
    void drop(const std::string &name);
    void forgetCursor(const std::string &name);
    void progressed(StreamState &stream, Timestamp now);
    void beat(StreamState &stream, const HeartbeatMark &mark, Timestamp now);
    void complete(Timestamp serverTime);
    /// After the system's clock was set back nothing lies further ahead than it is ever put there.
    void keepNear(Timestamp now);
    void sendBatch();
    void closeBatch();
    void mark(const StreamState &stream);
    bool allComplete() const;
    /// Made in place: g++ 12 warns of moving a variant that holds another alternative.
    template <class Action>
    void perform(Action action)
    {
        m_actions.emplace_back(std::in_place_type<Action>, std::move(action));
    }

    const SyncTimes m_times;
    std::function<double()> m_jitter;
    Identity m_identity;
    std::string m_token;
    std::optional<Timestamp> m_renewAt;
    bool m_refreshing = false;

    Link m_link = Link::Off;
    int m_failures = 0;
    bool m_wasUp = false;
    std::optional<Timestamp> m_connectAt;
    std::optional<Timestamp> m_lostAt;
    Timestamp m_lastHeard;
    std::optional<Timestamp> m_digestAt;
    bool m_digestDue = false;
    std::string m_detail;

    std::map<std::string, StreamState> m_streams;
    std::map<std::string, std::string> m_epochs; ///< of the last welcome
    Batch m_batch;
    std::size_t m_batchBytes = 0;
    std::deque<Batch> m_queue;
    std::vector<std::string> m_drops;
    bool m_applying = false;
    bool m_cannotSave = false;
    std::optional<Timestamp> m_reloadAt;
    std::optional<Timestamp> m_completeUpTo;
    std::optional<Timestamp> m_completeOnceApplied;
    std::optional<Timestamp> m_headsAt; ///< of the last welcome: nothing stood beyond the heads that it told
    SyncCounters m_counters;
    std::vector<SyncAction> m_actions;
};

} // namespace foredeck
