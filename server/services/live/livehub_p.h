#pragma once

#include "server/services/live/eventframe.h"
#include "server/services/live/livehub.h"
#include "server/services/live/livesession.h"
#include "server/services/live/presenceboard.h"
#include "server/services/live/loopthread.h"
#include "server/services/sync/visible.h"

#include <atomic>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace foredeck {

/// The state of the hub. Everything below the threads runs on `m_own`, but what says "reader", which runs on `m_reader`.
class LiveHub::Private {
public:
    Private(Store &store, const Clock &clock, Callers &callers, Directory &directory, LiveConsoles &consoles, Log &log, Config config);
    ~Private();

    // livehub.cpp: sockets, time, events
    void open(Key key, std::shared_ptr<LivePeer> connection);
    void gone(Key key);
    void tick();
    void fanOut(const std::vector<Event> &events);
    void endSession(const std::string &session);
    void stop();
    LiveSession *find(Key key);
    template <class F>
    void send(LiveSession &session, const F &frame)
    {
        if (!session.closing)
            session.connection->send(std::make_shared<const std::string>(encodeFrame(frame)));
    }
    void close(LiveSession &session, int code, std::string reason);
    void follow(LiveSession &session, const std::string &stream, const StreamPosition &from);
    void unfollow(LiveSession &session, const std::string &stream);
    void heartbeat(LiveSession &session);
    void changeRights(const std::vector<Event> &events);

    // livehubhello.cpp: frames in, tokens, rights
    struct Looked {
        Result<Caller> caller;
        std::map<std::string, StreamHead> heads;
    };
    void receive(Key key, const std::string &text);
    void hello(LiveSession &session, const HelloFrame &frame);
    void closeUnknown(LiveSession &session, const Error &error);
    void welcome(LiveSession &session, const HelloFrame &frame, Looked looked);
    void replaceOthers(const LiveSession &session);
    void renewToken(LiveSession &session, const std::string &token);
    void refreshRights(LiveSession &session);
    void applyRights(LiveSession &session, Looked looked);
    void look(Key key, std::function<Result<Caller>()> who, std::function<void(LiveSession &, Looked)> then); ///< reader
    void sendWelcome(LiveSession &session, const std::map<std::string, StreamHead> &heads);

    // livehubreplay.cpp: the log behind a socket
    void resume(LiveSession &session, const ResumeFrame &frame);
    void pump(LiveSession &session);
    void take(Key key, const std::string &stream, std::uint64_t generation, Result<VisibleEvents> piece);
    void tellHiddenEnd(LiveSession &session, const std::string &stream);

    // livehubephemera.cpp: what is never stored
    void presence(LiveSession &session, PresenceFrame frame);
    void tellPresence(const PresenceFrame &frame, Key except);
    void tellNewcomer(LiveSession &session);
    void lease(LiveSession &session, const LeaseFrame &frame);

    Store &m_store;
    const Clock &m_clock;
    Callers &m_callers;
    Directory &m_directory;
    LiveConsoles &m_consoles;
    Log &m_log;
    const Config m_config;
    std::unordered_map<Key, std::unique_ptr<LiveSession>> m_sessions;
    std::unordered_map<std::string, std::vector<LiveSession *>> m_followers; ///< by stream
    std::unordered_map<std::string, std::int64_t> m_heads; ///< the highest seq heard of, by stream
    PresenceBoard m_presence;
    std::atomic<std::size_t> m_signedIn {0};
    /// What a socket has sent and nobody has looked at yet; touched by the I/O threads too.
    struct Waiting {
        std::size_t frames = 0;
        std::size_t bytes = 0;
    };
    bool mayWait(Key key, std::size_t bytes);
    void lookedAt(Key key, std::size_t bytes);
    std::mutex m_waitingMutex;
    std::unordered_map<Key, Waiting> m_waiting;
    std::shared_ptr<LoopThread> m_reader;
    std::shared_ptr<LoopThread> m_own;
};

} // namespace foredeck
