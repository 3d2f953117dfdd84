#pragma once

#include "net/codec/frames.h"
#include "server/app/backend.h"
#include "tests/http/testclient.h"
#include "tests/services/world.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace foredeck::test {

/// Keeps every line, so that tests can look for what must not be in them.
class KeptLog final : public Log {
public:
    bool enabled(LogLevel) const override { return true; }
    void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) override;
    std::vector<std::string> lines() const;

private:
    mutable std::mutex m_mutex;
    std::vector<std::string> m_lines;
};

/// An answer with its JSON taken apart.
struct Answer {
    int status = 0;
    std::string body;
    std::map<std::string, std::string> headers;

    /// The member as JSON text ("conversation.status" steps down), empty when it is not there.
    std::string at(const std::string &path) const;
    /// The same for a text, without its quotes.
    std::string text(const std::string &path) const;
};

/// The whole backend in this process over a real store and real sockets on a free port, with the world of world.h in it
/// and a clock that only the test moves.
class Rig {
public:
    explicit Rig(ServerConfig config = {});
    ~Rig();
    Rig(const Rig &) = delete;
    Rig &operator=(const Rig &) = delete;

    const World &world() const noexcept { return m_world; }
    ManualClock &clock() noexcept { return m_clock; }
    Backend &backend() noexcept { return *m_backend; }
    Store &store() noexcept { return m_backend->store(); }
    KeptLog &log() noexcept { return m_log; }
    std::uint16_t port() const noexcept { return m_backend->port(); }
    /// Stops and starts again on the same data, as a process that was restarted.
    void restart();

    Answer call(const std::string &method, const std::string &path, const std::string &body = {}, const std::string &token = {},
        const std::string &headers = {});
    /// With a fresh Idempotency-Key unless one is given.
    Answer act(const std::string &method, const std::string &path, const std::string &body, const std::string &token,
        const std::string &key = {}, const std::string &headers = {});
    /// An access token of this person ("agent"), on a device.
    std::string token(const std::string &name, const std::string &device = "device");
    std::string newKey() { return makeUuid(m_clock.now()); }

    static constexpr const char *embeddedToken = "one-time-token";

private:
    void open();

    ServerConfig m_config;
    TemporaryFolder m_folder;
    ManualClock m_clock;
    KeptLog m_log;
    World m_world;
    std::unique_ptr<Backend> m_backend;
};

/// A console's WebSocket.
class Console {
public:
    struct Frame {
        std::string type; ///< empty: closed with `code`
        std::string json;
        int code = 0;
        std::string text(const std::string &path) const;
        std::int64_t number(const std::string &path) const;
    };

    explicit Console(Rig &rig) : m_socket(rig.port()) { }
    /// `streams`: JSON of the positions, "{}" for everything.
    void hello(const std::string &token, const std::string &streams = "{}", const std::string &device = "device", const std::string &version = "0.1.0");
    void send(const std::string &json) { m_socket.sendText(json); }
    /// The next frame but heartbeats.
    Frame next();
    Frame nextAny();
    /// The next event, skipping frames of other types.
    Frame event();
    /// The next frame of the type, skipping others.
    Frame of(const std::string &type);
    /// The close code with which the socket ends; what still comes before is dropped.
    int closed();
    TestSocket &socket() noexcept { return m_socket; }

private:
    TestSocket m_socket;
};

std::string clientStreamOf(const World::Business &business);

} // namespace foredeck::test
