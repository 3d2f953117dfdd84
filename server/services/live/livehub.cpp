#include "server/services/live/livehub_p.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t maxWaitingFrames = 256;
constexpr std::size_t maxWaitingBytes = 2 * 1024 * 1024;

} // namespace

LiveHub::Private::Private(Store &store, const Clock &clock, Callers &callers, Directory &directory, LiveConsoles &consoles, Log &log, Config config)
    : m_store(store), m_clock(clock), m_callers(callers), m_directory(directory), m_consoles(consoles), m_log(log), m_config(std::move(config)),
      m_reader(std::make_shared<LoopThread>(std::chrono::milliseconds {0}, nullptr)),
      m_own(std::make_shared<LoopThread>(m_config.tick, [this] { tick(); }))
{
}

LiveHub::Private::~Private() { stop(); }

void LiveHub::Private::stop()
{
    m_reader->stop();
    m_own->stop();
    for (auto &[key, session] : m_sessions)
        close(*session, live::goingAway, "the server stops");
    m_sessions.clear();
    m_followers.clear();
}

LiveSession *LiveHub::Private::find(Key key)
{
    const auto known = m_sessions.find(key);
    return known == m_sessions.end() || known->second->closing ? nullptr : known->second.get();
}

// Nobody sends faster than it is looked at for long: a console has little to say, and what waits costs memory.
bool LiveHub::Private::mayWait(Key key, std::size_t bytes)
{
    const std::lock_guard lock {m_waitingMutex};
    auto &waiting = m_waiting[key];
    if (waiting.frames >= maxWaitingFrames || waiting.bytes + bytes > maxWaitingBytes)
        return false;
    ++waiting.frames;
    waiting.bytes += bytes;
    return true;
}

void LiveHub::Private::lookedAt(Key key, std::size_t bytes)
{
    const std::lock_guard lock {m_waitingMutex};
    const auto known = m_waiting.find(key);
    if (known == m_waiting.end())
        return;
    --known->second.frames;
    known->second.bytes -= bytes;
}

void LiveHub::Private::open(Key key, std::shared_ptr<LivePeer> connection)
{
    auto session = std::make_unique<LiveSession>();
    session->key = key;
    session->connection = std::move(connection);
    session->openedAt = m_clock.now();
    m_sessions.insert_or_assign(key, std::move(session));
}

void LiveHub::Private::gone(Key key)
{
    {
        const std::lock_guard lock {m_waitingMutex};
        m_waiting.erase(key);
    }
    const auto known = m_sessions.find(key);
    if (known == m_sessions.end())
        return;
    known->second->closing = false;
    close(*known->second, live::goingAway, {});
    m_sessions.erase(known);
}

// Lets go of everything the session holds; the entry itself goes when the socket says that it is closed.
void LiveHub::Private::close(LiveSession &session, int code, std::string reason)
{
    if (session.closing)
        return;
    session.closing = true;
    while (!session.streams.empty())
        unfollow(session, std::string {session.streams.begin()->first});
    if (session.signedIn) {
        session.signedIn = false;
        --m_signedIn;
        m_consoles.closed(session.claims.user);
    }
    for (const auto &frame : m_presence.remove(session.key))
        tellPresence(frame, session.key);
    session.connection->close(code, std::move(reason));
}

void LiveHub::Private::follow(LiveSession &session, const std::string &stream, const StreamPosition &from)
{
    const auto [entry, isNew] = session.streams.try_emplace(stream);
    entry->second.follow.restart(from.since);
    entry->second.epoch = from.epoch;
    entry->second.checked = false;
    if (isNew)
        m_followers[stream].push_back(&session);
}

void LiveHub::Private::unfollow(LiveSession &session, const std::string &stream)
{
    session.streams.erase(stream);
    auto &followers = m_followers[stream];
    std::erase(followers, &session);
    if (followers.empty())
        m_followers.erase(stream);
}

void LiveHub::Private::tick()
{
    const auto now = m_clock.now();
    for (auto &[key, entry] : m_sessions) {
        auto &session = *entry;
        if (session.closing)
            continue;
        if (!session.signedIn) {
            if (now - session.openedAt >= m_config.helloTime)
                close(session, live::notSignedIn, "no hello came");
        } else if (now >= session.claims.expires) {
            close(session, live::notSignedIn, "the token is over");
        } else {
            if (now >= session.nextHeartbeat)
                heartbeat(session);
            pump(session);
        }
    }
}

void LiveHub::Private::heartbeat(LiveSession &session)
{
    HeartbeatFrame frame;
    frame.time = m_clock.now();
    for (const auto &[name, stream] : session.streams) {
        if (stream.follow.mode() != FollowedStream::Mode::Stopped)
            frame.streams[name] = {stream.follow.last(), stream.follow.through()};
    }
    send(session, frame);
    session.nextHeartbeat = frame.time + m_config.heartbeat;
}

void LiveHub::Private::fanOut(const std::vector<Event> &events)
{
    for (const auto &event : events) {
        auto &head = m_heads[event.stream];
        head = std::max(head, event.seq);
        const auto followers = m_followers.find(event.stream);
        if (followers == m_followers.end())
            continue;
        EventFrame frame {event};
        for (auto *session : followers->second) {
            auto &stream = session->streams.at(event.stream).follow;
            if (!stream.takes(event.seq)) {
                pump(*session);
                continue;
            }
            const bool shown = session->access->shows(event);
            if (shown)
                session->connection->send(frame.withPrev(stream.last()));
            stream.passed(event.seq, shown);
        }
    }
    changeRights(events);
}

void LiveHub::Private::changeRights(const std::vector<Event> &events)
{
    for (const auto &event : events) {
        const bool person = event.kind == "user.updated";
        if (!person && event.kind != "client.created")
            continue;
        for (auto &[key, session] : m_sessions) {
            if (session->signedIn && (!person || session->claims.user.value == event.entity))
                refreshRights(*session);
        }
    }
}

void LiveHub::Private::endSession(const std::string &ended)
{
    for (auto &[key, session] : m_sessions) {
        if (session->claims.session == ended)
            close(*session, live::notSignedIn, "this session has ended");
    }
}

LiveHub::LiveHub(Store &store, const Clock &clock, Callers &callers, Directory &directory, LiveConsoles &consoles, Log &log, Config config)
    : d(std::make_unique<Private>(store, clock, callers, directory, consoles, log, std::move(config)))
{
}

LiveHub::~LiveHub() = default;

void LiveHub::opened(Key key, std::shared_ptr<LivePeer> connection)
{
    d->m_own->post([this, key, connection = std::move(connection)] { d->open(key, connection); });
}

void LiveHub::received(Key key, std::string frame)
{
    if (!d->mayWait(key, frame.size())) {
        d->m_own->post([this, key] {
            if (auto *session = d->find(key))
                d->close(*session, live::badFrame, "too many frames at once");
        });
        return;
    }
    d->m_own->post([this, key, text = std::move(frame)] {
        d->lookedAt(key, text.size());
        d->receive(key, text);
    });
}

void LiveHub::drained(Key key)
{
    d->m_own->post([this, key] {
        if (auto *session = d->find(key))
            d->pump(*session);
    });
}

void LiveHub::closed(Key key)
{
    d->m_own->post([this, key] { d->gone(key); });
}

void LiveHub::committed(const std::vector<Event> &events)
{
    d->m_own->post([this, events] { d->fanOut(events); });
}

void LiveHub::sessionEnded(const std::string &session)
{
    d->m_own->post([this, session] { d->endSession(session); });
}

void LiveHub::announce(const PresenceFrame &frame)
{
    d->m_own->post([this, frame] { d->tellPresence(frame, 0); });
}

std::size_t LiveHub::signedIn() const noexcept { return d->m_signedIn.load(); }

void LiveHub::stop() { d->stop(); }

} // namespace foredeck
