#include "server/services/live/livehub_p.h"

#include <algorithm>
#include <charconv>

namespace foredeck {

namespace {

constexpr int protocol = 1;

// Reads the next number of "1.2.3" and moves behind its dot; nothing when there is none.
std::optional<int> nextNumber(std::string_view &text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc {})
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.empty() && text.front() == '.')
        text.remove_prefix(1);
    return value;
}

template <class F>
std::optional<F> frameOf(JsonValue json)
{
    auto frame = decode<F>(json);
    return frame.hasValue() ? std::optional<F> {std::move(frame).value()} : std::nullopt;
}

} // namespace

bool olderVersion(std::string_view version, std::string_view than)
{
    for (int part = 0; part < 3; ++part) {
        const auto mine = nextNumber(version);
        const auto other = nextNumber(than);
        if (!mine && part == 0)
            return false;
        if (mine.value_or(0) != other.value_or(0))
            return mine.value_or(0) < other.value_or(0);
    }
    return false;
}

void LiveHub::Private::receive(Key key, const std::string &text)
{
    auto *session = find(key);
    if (!session)
        return;
    JsonDocument document;
    const auto json = document.parse(text);
    if (json.hasError() || !json.value().isObject())
        return close(*session, live::badFrame, "a frame must be a JSON object");
    const auto type = frameType(json.value());
    if (!session->signedIn) {
        if (type != FrameName<HelloFrame>::value || session->helloSeen)
            return session->helloSeen ? void() : close(*session, live::notSignedIn, "say hello first");
        const auto frame = frameOf<HelloFrame>(json.value());
        return frame ? hello(*session, *frame) : close(*session, live::badFrame, "hello cannot be read");
    }
    if (type == FrameName<ResumeFrame>::value) {
        if (const auto frame = frameOf<ResumeFrame>(json.value()))
            resume(*session, *frame);
    } else if (type == FrameName<AuthFrame>::value) {
        if (const auto frame = frameOf<AuthFrame>(json.value()))
            renewToken(*session, frame->token);
    } else if (type == FrameName<PresenceFrame>::value) {
        if (auto frame = frameOf<PresenceFrame>(json.value()))
            presence(*session, std::move(*frame));
    } else if (type == FrameName<LeaseFrame>::value) {
        if (const auto frame = frameOf<LeaseFrame>(json.value()))
            lease(*session, *frame);
    }
}

void LiveHub::Private::hello(LiveSession &session, const HelloFrame &frame)
{
    session.helloSeen = true;
    if (frame.proto != protocol || olderVersion(frame.console, m_config.minConsole))
        return close(session, live::consoleTooOld, "this console is too old; version " + m_config.minConsole + " or newer is needed");
    look(session.key, [this, token = frame.token] { return m_callers.of(token); },
        [this, frame](LiveSession &found, Looked looked) { welcome(found, frame, std::move(looked)); });
}

// Looks a caller up on the reader's thread, with the heads of all that may be followed, and goes on with it here.
void LiveHub::Private::look(Key key, std::function<Result<Caller>()> who, std::function<void(LiveSession &, Looked)> then)
{
    m_reader->post([this, key, who = std::move(who), then = std::move(then)] {
        Looked looked {who(), {}};
        if (looked.caller.hasValue()) {
            const auto epoch = m_store.epoch();
            const auto read = m_store.read([&](Tx &tx) {
                const auto &access = *looked.caller.value().access;
                for (const auto &name : access.streams()) {
                    const auto mark = EventRepository::mark(tx, name);
                    looked.heads[name] = {access.epochOf(name, epoch), mark.head, mark.lowest};
                }
            });
            if (read.hasError())
                looked.caller = read.error();
        }
        m_own->post([this, key, then, looked = std::move(looked)] {
            if (auto *session = find(key))
                then(*session, looked);
        });
    });
}

// 4401 makes a console give its token up. Only what was read about the caller may cost them that: a store that is busy or
// sick has said nothing of them, and they come again.
void LiveHub::Private::closeUnknown(LiveSession &session, const Error &error)
{
    if (error.kind == Error::Kind::Unauthorized)
        return close(session, live::notSignedIn, error.detail);
    m_log.error("live.not_looked_up", {{"detail", error.detail}});
    close(session, live::tryAgain, "it cannot be read now who is there");
}

void LiveHub::Private::welcome(LiveSession &session, const HelloFrame &frame, Looked looked)
{
    if (looked.caller.hasError())
        return closeUnknown(session, looked.caller.error());
    session.claims = looked.caller.value().claims;
    session.access = looked.caller.value().access;
    session.device = frame.device;
    session.signedIn = true;
    ++m_signedIn;
    m_consoles.opened(session.claims.user);
    replaceOthers(session);
    sendWelcome(session, looked.heads);
    session.nextHeartbeat = m_clock.now() + m_config.heartbeat;
    for (const auto &[name, head] : looked.heads) {
        auto &known = m_heads[name];
        known = std::max(known, head.head);
        if (frame.streams.empty())
            follow(session, name, {});
    }
    for (const auto &[name, position] : frame.streams) {
        if (looked.heads.count(name) != 0)
            follow(session, name, position);
        else
            send(session, ResetFrame {name, "scope"});
    }
    tellNewcomer(session);
    pump(session);
    // Signed out or disabled since the look: nobody knew then that it is this socket's.
    look(session.key, [this, token = frame.token] { return m_callers.of(token); }, [this](LiveSession &found, Looked again) {
        if (again.caller.hasError())
            return closeUnknown(found, again.caller.error());
        applyRights(found, std::move(again));
    });
}

void LiveHub::Private::sendWelcome(LiveSession &session, const std::map<std::string, StreamHead> &heads)
{
    WelcomeFrame frame;
    frame.heartbeatSeconds = std::max(1, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(m_config.heartbeat).count()));
    frame.time = m_clock.now();
    frame.streams = heads;
    send(session, frame);
}

void LiveHub::Private::replaceOthers(const LiveSession &session)
{
    if (session.device.empty())
        return;
    for (auto &[key, other] : m_sessions) {
        if (key != session.key && other->signedIn && other->claims.user == session.claims.user && other->device == session.device)
            close(*other, live::replaced, "a newer socket of this device");
    }
}

void LiveHub::Private::renewToken(LiveSession &session, const std::string &token)
{
    if (session.looking)
        return;
    session.looking = true;
    look(session.key, [this, token] { return m_callers.of(token); }, [this](LiveSession &found, Looked looked) {
        found.looking = false;
        if (looked.caller.hasError())
            return closeUnknown(found, looked.caller.error());
        if (looked.caller.value().claims.user != found.claims.user) // a good one, and no right to what this socket follows
            return close(found, live::noRight, "the new token is another person's");
        found.claims = looked.caller.value().claims;
        applyRights(found, std::move(looked));
    });
}

void LiveHub::Private::refreshRights(LiveSession &session)
{
    const auto claims = session.claims;
    const auto who = [this, claims]() -> Result<Caller> {
        auto access = m_directory.access(claims.user);
        if (access.hasError())
            return access.error();
        return Caller {claims, std::move(access).value()};
    };
    look(session.key, who, [this](LiveSession &found, Looked looked) {
        if (looked.caller.hasError())
            return closeUnknown(found, looked.caller.error());
        applyRights(found, std::move(looked));
    });
}

void LiveHub::Private::applyRights(LiveSession &session, Looked looked)
{
    const auto before = session.access;
    session.access = looked.caller.value().access;
    const auto &person = session.access->user();
    for (const auto &frame : m_presence.setState(person.id, person.available, person.doNotDisturb))
        tellPresence(frame, session.key);
    const auto now = session.access->streams();
    std::vector<std::string> lost;
    for (const auto &[name, stream] : session.streams) {
        if (std::find(now.begin(), now.end(), name) == now.end())
            lost.push_back(name);
    }
    for (const auto &name : lost) {
        unfollow(session, name);
        send(session, ResetFrame {name, "scope"});
    }
    bool changed = before->streams() != now;
    // What was hidden of a stream lies behind the cursor: it is fetched anew, and what is hidden now goes.
    for (auto &[name, stream] : session.streams) {
        if (before->epochOf(name, {}) == session.access->epochOf(name, {}))
            continue;
        stream.follow.stop();
        send(session, ResetFrame {name, "epoch"});
        changed = true;
    }
    if (!changed)
        return;
    sendWelcome(session, looked.heads);
    heartbeat(session); // what is hidden of the streams that it follows already is behind it
}

} // namespace foredeck
